// The bench's island. Every key presses a button or a link that is on the page; the next case is
// fetched while this one is read. Nothing is decided here: what is held lies on the server.
const PLACES = { next: "KeyJ", previous: "KeyK", approve: "KeyA", return: "KeyR", doubt: "KeyF",
  evidence: "KeyE", reject: "KeyX", undo: "KeyZ", search: "Slash", help: "Shift+Slash" };
const EQUALS = { ArrowDown: "next", ArrowUp: "previous", Digit1: "approve", Digit2: "return",
  Digit3: "doubt", Digit4: "evidence", Digit5: "reject", Digit0: "undo" };
const KEPT = "cutscore.bench.keys";
const page = () => document.getElementById("bench-page");
const one = (what) => document.querySelector(`[data-act="${what}"]`);
let places = read();
let on = localStorage.getItem(KEPT + ".on") !== "no";
let changing = null;
let ahead = null;
let busy = false;
let sending = Promise.resolve();

function read() {
  try {
    return Object.assign({}, PLACES, JSON.parse(localStorage.getItem(KEPT) || "{}"));
  } catch (spoilt) {
    return Object.assign({}, PLACES);
  }
}

function say(words) {
  document.getElementById("keys-say").textContent = words;
}

function paused(yes) {
  const note = document.getElementById("keys-paused");
  const words = yes ? note.dataset.words : "";
  if (note.textContent !== words) note.textContent = words;
}

/** A key by its place on the keyboard, whatever the input method writes there. */
function place(event) {
  const code = event.code.replace(/^Numpad(\d)$/, "Digit$1");
  return event.shiftKey ? "Shift+" + code : code;
}

function writes(target) {
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName)
    || target.tagName === "INPUT" && !/^(button|submit|reset)$/.test(target.type)
      && !(target.type === "radio" || target.type === "checkbox");
}

function panel() {
  return document.querySelector("#return[open], #reject[open]");
}

function open(id) {
  for (const other of ["return", "reject", "doubt"]) {
    const found = document.getElementById(other);
    if (found) found.open = other === id && !found.open;
  }
  const here = document.getElementById(id);
  const button = here && here.open ? here.querySelector("form button") : null;
  if (button) button.focus();
}

function choose(number) {
  const reason = panel().querySelector(`[data-reason="${number}"]`);
  if (!reason) return;
  reason.checked = true;
  fill(reason);
  panel().querySelector("form button").focus();
}

function fill(reason) {
  const form = reason.closest("form");
  form.elements.reason.value = reason.dataset.words;
  form.elements.clause.value = reason.dataset.clause;
  say(reason.dataset.words);
}

function act(what) {
  if (what === "return" || what === "reject" || what === "doubt") {
    open(what);
  } else if (what === "evidence") {
    document.getElementById("evidence")?.focus();
  } else if (what === "search") {
    document.getElementById("bench-search").focus();
  } else if (what === "help") {
    const help = document.getElementById("keys-help");
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  } else if (what === "undo") {
    undo();
  } else if (one(what)) {
    one(what).click();
  }
}

async function undo() {
  await sending;
  one("undo")?.click();
}

document.addEventListener("keydown", (event) => {
  if (writes(event.target)) {
    if (event.key === "Escape" && !event.isComposing) event.target.blur();
    return;
  }
  if (event.isComposing || event.keyCode === 229) {
    paused(on);
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (changing) {
    change(event);
    return;
  }
  paused(false);
  if (!on || busy) return;
  const where = place(event);
  const digit = /^Digit([1-9])$/.exec(where);
  if (digit && panel()) {
    choose(digit[1]);
    event.preventDefault();
    return;
  }
  if (/^Arrow/.test(where) && event.target.type === "radio") return;
  const what = Object.keys(places).find((name) => places[name] === where) || EQUALS[where];
  if (!what) return;
  event.preventDefault();
  act(what);
});
document.addEventListener("compositionend", () => paused(false));

/* The next case, read ahead. It was shown to this officer from that moment, and is noted so. */
async function readAhead() {
  const link = one("next");
  ahead = null;
  if (!link) return;
  const url = link.href;
  const answer = await fetch(url, { credentials: "same-origin" }).catch(() => null);
  if (answer && answer.ok && !answer.redirected) ahead = { url, html: await answer.text() };
}

function put(html, url) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const body = fresh.getElementById("bench-page");
  if (!body) {
    location.reload();
    return;
  }
  page().replaceWith(document.adoptNode(body));
  if (url) history.pushState({ bench: true }, "", url);
  document.title = fresh.title;
  dress();
  document.getElementById("case")?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[data-act="next"]');
  if (!link || !ahead || ahead.url !== link.href || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const ready = ahead;
  put(ready.html, ready.url);
  readAhead();
});

/* A decision goes up by itself while the next case is already there. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!page().contains(form)) return;
  if (busy) {
    event.preventDefault();
    return;
  }
  if (!form.matches("[data-quick]") || !ahead) {
    busy = true;
    return;
  }
  event.preventDefault();
  const ready = ahead;
  const body = new URLSearchParams(new FormData(form));
  const url = form.action;
  put(ready.html, ready.url);
  ahead = null;
  sending = send(url, body).then(readAhead);
});

async function send(url, body) {
  const answer = await fetch(url, { method: "POST", body, credentials: "same-origin",
    headers: { "X-Bench": "held" }, keepalive: true }).catch(() => null);
  if (!answer) {
    say(document.documentElement.lang.startsWith("zh")
      ? "没有送达，结论没有记下" : "it did not arrive; nothing was taken");
    return;
  }
  const html = await answer.text();
  if (answer.status === 422) put(html, null);
  else if (!answer.ok || answer.redirected) location.reload();
  else held(html);
}

function held(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  document.getElementById("held").replaceChildren(...fresh.body.childNodes);
  const first = document.querySelector("#held li > span");
  if (first) say(first.textContent.trim());
}

/* Ten seconds, counted here for the eye; the server's clock decides. */
setInterval(async () => {
  let over = false;
  for (const row of document.querySelectorAll("#held li[data-seconds]")) {
    const left = Number(row.dataset.seconds) - 1;
    if (left < -2) continue;
    row.dataset.seconds = left;
    const shown = row.querySelector("[data-left]");
    if (shown) shown.textContent = Math.max(0, left);
    over = over || left === -2;
  }
  if (!over) return;
  const answer = await fetch(page().dataset.held, { credentials: "same-origin" }).catch(() => null);
  if (answer && answer.ok) held(await answer.text());
}, 1000);

/* Changing a key: press the button, then the key. */
function change(event) {
  event.preventDefault();
  if (event.key !== "Escape" && !/^(Shift|Control|Alt|Meta)/.test(event.key)) {
    places[changing] = place(event);
    localStorage.setItem(KEPT, JSON.stringify(places));
    changing = null;
    names();
  } else if (event.key === "Escape") {
    changing = null;
    names();
  }
}

function names() {
  for (const row of document.querySelectorAll("#keys-table tr[data-for]")) {
    const shown = row.dataset.for === changing ? "…" : places[row.dataset.for];
    row.querySelector("kbd").textContent = shown.replace(/Key|Digit/, "").replace("Shift+Slash", "?")
      .replace("Slash", "/");
  }
}

document.getElementById("keys-table").addEventListener("click", (event) => {
  const row = event.target.closest("button") && event.target.closest("tr");
  if (!row) return;
  changing = row.dataset.for;
  names();
});

/** What only a script can do gets its buttons. */
function dress() {
  document.querySelectorAll(".keys-switch, .paper-acts").forEach((part) => { part.hidden = false; });
  const box = document.getElementById("keys-on");
  box.checked = on;
  box.addEventListener("change", () => {
    on = box.checked;
    localStorage.setItem(KEPT + ".on", on ? "yes" : "no");
    paused(false);
  });
  page().querySelector('[data-act="help"]').addEventListener("click", () => act("help"));
  page().addEventListener("change", (event) => {
    if (event.target.matches("[data-reason]")) fill(event.target);
  });
  page().addEventListener("click", (event) => {
    const paper = event.target.closest("[data-paper]");
    if (!paper) return;
    if (event.target.dataset.zoom) step(paper, "zoom", Number(event.target.dataset.zoom), 3, false);
    if (event.target.dataset.turn !== undefined) step(paper, "turn", 1, 3, true);
  });
}

function step(paper, what, by, most, round) {
  const now = Number(paper.dataset[what] || 0);
  const next = round ? (now + by) % (most + 1) : Math.max(0, Math.min(most, now + by));
  paper.classList.remove(`${what}-${now}`);
  paper.classList.add(`${what}-${next}`);
  paper.dataset[what] = next;
}

addEventListener("popstate", () => location.reload());
names();
dress();
readAhead();
