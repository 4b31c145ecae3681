// The workbench's island. Everything it does, a link or a form on the page does too: it moves the
// line by dragging and by keys, and puts the server's answer in place. No figure is made here.
const bench = () => document.getElementById("bench");
const form = () => document.querySelector(".held-form");
let asked = null;
let coming = null;

function state() {
  const held = form();
  if (!held) return null;
  return {
    pattern: held.dataset.pattern,
    values: held.dataset.values.split(" "),
    at: Number(held.dataset.at),
  };
}

function address(rung) {
  const now = state();
  const on = Math.max(0, Math.min(now.values.length - 1, rung));
  return on === now.at ? null : now.pattern.replace("{at}", now.values[on]);
}

/** Fetches a state of the workbench and puts it in place of the one shown. */
async function show(url, lasting) {
  if (asked) asked.abort();
  asked = new AbortController();
  coming = url;
  const focus = document.activeElement ? document.activeElement.id : "";
  bench().setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: asked.signal, credentials: "same-origin" });
    if (answer.redirected || !answer.ok && answer.status !== 422) {
      location.assign(url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("bench");
    if (!fresh) {
      location.assign(url);
      return;
    }
    bench().replaceChildren(...fresh.childNodes);
    document.title = page.title;
    history[lasting ? "pushState" : "replaceState"]({}, "", url);
    dress();
    const same = focus && document.getElementById(focus);
    if (same) same.focus({ preventScroll: true });
    const headline = document.getElementById("headline");
    document.getElementById("announcer").textContent = headline ? headline.textContent : "";
  } catch (stopped) {
    if (stopped.name !== "AbortError") location.assign(url);
  } finally {
    if (coming === url) {
      coming = null;
      bench().removeAttribute("aria-busy");
    }
  }
}

function move(steps) {
  const now = state();
  const url = now && address(now.at + steps);
  if (url) show(url, true);
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link) show(link.href, true);
}

/** The scenario before or after the one shown, in the order of the list. */
function scenario(step) {
  const all = [...document.querySelectorAll("a.scenario")];
  if (all.length === 0) return;
  const here = all.findIndex((a) => a.href === location.href);
  const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
  if (all[next]) show(all[next].href, true);
}

/** Typing is never taken for a command, nor are the letters of a Chinese input method. */
function typing(event) {
  const at = event.target;
  return (
    event.isComposing ||
    event.keyCode === 229 ||
    event.ctrlKey || event.metaKey || event.altKey ||
    at.closest && at.closest("input, select, textarea, [contenteditable], pre")
  );
}

const KEYS = {
  ArrowUp: () => move(1),
  ArrowDown: () => move(-1),
  ArrowLeft: () => scenario(-1),
  ArrowRight: () => scenario(1),
  KeyT: () => follow("#turn"),
  KeyS: () => {
    const name = document.getElementById("name");
    if (name) name.focus();
  },
};

function keysOn() {
  const box = document.getElementById("keys-on");
  return !box || box.checked;
}

document.addEventListener("keydown", (event) => {
  const does = KEYS[event.code];
  if (!does || typing(event) || !keysOn() || event.defaultPrevented) return;
  event.preventDefault();
  does();
});

/** Where on the ladder a pointer stands; the drawing says where its axis begins and ends. */
function rungUnder(event, svg) {
  const box = svg.getBoundingClientRect();
  const d = svg.dataset;
  const x = ((event.clientX - box.left) / box.width) * Number(d.width);
  const share = (x - Number(d.start)) / (Number(d.end) - Number(d.start));
  return Number(d.from) + Math.round(Math.max(0, Math.min(1, share)) * Number(d.rungs));
}

let dragging = false;

function drag(event) {
  const svg = event.target.closest && event.target.closest(".curve-chart svg");
  const now = state();
  if (!svg || !now || event.button > 0) return;
  dragging = true;
  event.preventDefault();
  to(rungUnder(event, svg), svg);
}

/** The line follows at once; figures follow as the server answers. */
function to(rung, svg) {
  const now = state();
  const d = svg.dataset;
  const wide = (Number(d.end) - Number(d.start)) / Number(d.rungs);
  const held = svg.querySelector(".held");
  if (held && now) held.setAttribute("transform", `translate(${(rung - now.at) * wide} 0)`);
  const url = address(rung);
  if (url && url !== coming) show(url, false);
}

document.addEventListener("pointerdown", drag);
document.addEventListener("pointermove", (event) => {
  if (!dragging) return;
  const svgs = [...document.querySelectorAll(".curve-chart svg")];
  const svg = svgs.find((one) => one.getBoundingClientRect().width > 0);
  if (svg) to(rungUnder(event, svg), svg);
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    if (dragging) history.pushState({}, "", location.href);
    dragging = false;
  });
}
window.addEventListener("popstate", () => show(location.href, false));

/** What only makes sense with a script: links answered in place, a button to copy, the keys. */
function dress() {
  for (const link of document.querySelectorAll("#lower, #higher, #turn, .subjects a, .ladder a")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(link.href, true);
    });
  }
  const copy = document.getElementById("copy");
  const command = document.getElementById("command");
  if (copy && command && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", () => {
      navigator.clipboard.writeText(command.textContent);
      document.getElementById("announcer").textContent = copy.dataset.done;
    });
  }
}

const keysNote = document.getElementById("keys-note");
if (keysNote) keysNote.hidden = false;
dress();
