// Sends files in pieces while the rest of the page is used. Photographs are made smaller here; a
// line that breaks, or a page that is left, only interrupts: the next page goes on. Without this
// file the same forms send their file whole. Nothing is kept here but what is still on its way.
const STORE = "sending";
const SMALLEST = 65536;
const LARGEST = 262144;
const LONGEST_SIDE = 2000;
const ENOUGH = 350 * 1024;
const LONGEST_KEPT = 86400000;
const running = {};

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function form(item) {
  return document.querySelector('form[data-upload="' + item + '"]');
}

function token() {
  const field = document.querySelector('input[name="_csrf"]');
  return field ? field.value : "";
}

/* What is still on its way is kept in this browser until it has arrived. */
function shelf(mode, act) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("cutscore-upload", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const deal = base.transaction(STORE, mode);
      const asked = act(deal.objectStore(STORE));
      deal.oncomplete = () => { base.close(); done(asked.result); };
      deal.onerror = deal.onabort = () => { base.close(); failed(deal.error); };
    };
  });
}
const keep = (item, sending) => shelf("readwrite", (s) => s.put(sending, item)).catch(() => {});
const forget = (item) => shelf("readwrite", (s) => s.delete(item)).catch(() => {});
const kept = () => Promise.all([
  shelf("readonly", (s) => s.getAllKeys()), shelf("readonly", (s) => s.getAll()),
]).then(([items, all]) => items.map((item, i) => [item, all[i]])).catch(() => []);

/* Words for everybody, and a bar with its figure for eyes: a reader would hear each step of it. */
function say(item, word, percent) {
  const on = form(item);
  if (!on) return;
  const says = on.querySelector('[role="status"]');
  const text = on.dataset[word] || word;
  const trouble = !on.dataset[word] || word === "door" || word === "lost";
  if (says.textContent !== text) says.textContent = text;
  says.classList[trouble ? "add" : "remove"]("bad");
  if (percent !== undefined) {
    on.querySelector("progress").value = percent;
    on.querySelector(".sending span").textContent = percent + "%";
  }
  on.querySelector(".sending").hidden = trouble || word === "done";
}

function drawn(picture, longest) {
  const shrink = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * shrink));
  canvas.height = Math.max(1, Math.round(picture.height * shrink));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const jpeg = (canvas, quality) => new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));

/* A photograph of about 300 kB, or the file as it is where this browser cannot decode it. */
async function smaller(file) {
  if (file.type === "application/pdf" || /\.pdf$/i.test(file.name)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    let made = null;
    for (const [longest, quality] of [
      [LONGEST_SIDE, 0.85], [LONGEST_SIDE, 0.7], [LONGEST_SIDE, 0.55], [1600, 0.5]]) {
      made = await jpeg(drawn(picture, longest), quality);
      if (made && made.size <= ENOUGH) break;
    }
    if (picture.close) picture.close();
    if (!made) return file;
    return new File([made], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" });
  } catch (undecodable) {
    return file;
  }
}

function freshKey() {
  const random = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(random, (b) => ("0" + b.toString(16)).slice(-2)).join("");
}

/* An answer, or an error that says what to do: go on trying, or stop. */
async function ask(method, address, body, headers) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), 60000);
  try {
    const answer = await fetch(address, {
      method, body, signal: stop.signal, credentials: "same-origin", redirect: "manual",
      headers: Object.assign({ Accept: "application/json", "X-XSRF-TOKEN": token() }, headers),
    });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      throw Object.assign(new Error("door"), { end: "door" });
    }
    if (answer.status === 404) throw Object.assign(new Error("lost"), { end: "lost" });
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    const json = await answer.json();
    if (json.state === "refused") throw Object.assign(new Error("refused"), { end: json });
    return json;
  } finally {
    clearTimeout(clock);
  }
}

/* Again after one second, two, four … half a minute; at once when the line is back. */
async function pause(item, tries) {
  say(item, "again");
  const ms = Math.min(30000, 1000 * Math.pow(2, tries)) * (0.75 + Math.random() / 2);
  await Promise.race([
    wait(ms), new Promise((done) => addEventListener("online", done, { once: true }))]);
}

async function insist(item, act) {
  for (let tries = 0; ; tries++) {
    try {
      return await act(tries);
    } catch (trouble) {
      if (trouble.end) throw trouble;
      await pause(item, tries);
    }
  }
}

async function begun(item, sending) {
  if (!sending.id) {
    const about = new URLSearchParams({
      item, name: sending.file.name, size: sending.file.size, key: sending.key });
    const answer = await insist(item, () => ask("POST", "/me/files/uploads", about));
    sending.id = answer.id;
    await keep(item, sending);
    return answer;
  }
  return insist(item, () => ask("GET", "/me/files/uploads/" + sending.id));
}

async function pieces(item, sending) {
  const file = sending.file;
  let at = await begun(item, sending);
  const address = "/me/files/uploads/" + sending.id;
  let size = SMALLEST;
  while (at.state !== "stored") {
    if (at.state === "examining") {
      say(item, "check", 100);
      await wait(1500);
      at = await insist(item, () => ask("GET", address));
      continue;
    }
    say(item, "send", Math.floor(at.offset * 100 / file.size));
    const from = performance.now();
    at = await insist(item, async (tries) => {
      if (tries > 0) {
        size = SMALLEST;
        at = await ask("GET", address);
        if (at.state !== "receiving") return at;
      }
      return ask("PATCH", address, file.slice(at.offset, at.offset + size), {
        "Content-Type": "application/partial-upload", "Upload-Offset": String(at.offset) });
    });
    if (performance.now() - from < 1500) size = Math.min(LARGEST, size * 2);
  }
}

/* The list is the server's: the page's own, asked for again. */
async function refresh(item) {
  const there = document.getElementById("files-" + item);
  if (!there) return;
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("files-" + item);
    if (!fresh) return;
    there.textContent = "";
    there.append(...fresh.childNodes);
  } catch (offline) { /* It stands there after the next load. */ }
}

async function send(item, sending) {
  const mine = {};
  running[item] = mine;
  try {
    await pieces(item, sending);
    await forget(item);
    await refresh(item);
    say(item, "done", 100);
  } catch (trouble) {
    const end = trouble.end || "lost";
    if (end !== "door") await forget(item);
    const zh = document.documentElement.lang.startsWith("zh");
    say(item, end.state === "refused" ? (zh ? end.what : end.whatEn) : end);
  } finally {
    if (running[item] === mine) delete running[item];
    const on = form(item);
    if (on) on.reset();
    document.dispatchEvent(new CustomEvent("upload-ended", { detail: item }));
  }
}

async function chosen(item, file) {
  if (!file || running[item]) return;
  running[item] = {};
  say(item, "shrink", 0);
  const sending = { file: await smaller(file), key: freshKey(), since: Date.now() };
  await keep(item, sending);
  await send(item, sending);
}

function camera(on, item) {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.setAttribute("capture", "environment");
  input.hidden = true;
  input.tabIndex = -1;
  input.addEventListener("change", () => chosen(item, input.files[0]));
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button second";
  button.textContent = on.dataset.camera;
  button.addEventListener("click", () => input.click());
  on.querySelector(".field").after(button, input);
}

for (const on of document.querySelectorAll("form[data-upload]")) {
  const item = on.dataset.upload;
  const input = on.querySelector('input[type="file"]');
  input.addEventListener("change", () => chosen(item, input.files[0]));
  on.addEventListener("submit", (event) => {
    event.preventDefault();
    chosen(item, input.files[0]);
  });
  on.querySelector("button").remove();
  if (matchMedia("(pointer: coarse)").matches) camera(on, item);
}

kept().then((all) => {
  for (const [item, sending] of all) {
    const old = Date.now() - sending.since > LONGEST_KEPT;
    if (old || !sending.file) forget(item);
    else if (!running[item] && token()) send(item, sending);
  }
});
