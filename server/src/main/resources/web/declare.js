// The declare pages: an idempotency key made here and kept, and a sending that goes on trying.
// Without this file the pages work as plain forms.
(function () {
  'use strict';
  var form = document.querySelector('form[data-declare]');
  if (!form || !window.fetch || !window.URLSearchParams) { return; }
  var field = form.querySelector('input[name="key"]');
  var kept = 'cutscore.key.' + form.getAttribute('data-declare');

  function freshKey() {
    var random = new Uint8Array(20);
    window.crypto.getRandomValues(random);
    return Array.prototype.map.call(random, function (b) {
      return ('0' + b.toString(16)).slice(-2);
    }).join('');
  }

  if (form.hasAttribute('data-begin')) {
    try {
      field.value = window.localStorage.getItem(kept) || freshKey();
      window.localStorage.setItem(kept, field.value);
    } catch (noStorage) { field.value = freshKey(); }
    return;
  }

  var LONGEST_WAIT = 30;
  var LONGEST_ANSWER = 90000;
  var says = document.getElementById('sending');
  var next = document.getElementById('sending-next');
  var now = document.getElementById('sending-now');
  var door = document.getElementById('sending-door');
  var step = form.getAttribute('data-step');
  var tries = 0;
  var busy = false;
  var onItsWay = false;
  var waiting = false;
  var refreshed = false;
  var ticking = 0;

  // Spoken once for each new state: the seconds stand beside it and are not read out.
  function say(name) {
    var text = says.getAttribute('data-' + name);
    if (says.textContent !== text) { says.textContent = text; }
    says.hidden = false;
  }

  function sendAgainIn(state, seconds) {
    var left = Math.ceil(seconds);
    onItsWay = false;
    say(state);
    now.hidden = false;
    door.hidden = state !== 'door';
    window.clearInterval(ticking);
    function tick() {
      if (left <= 0) { send(); return; }
      next.textContent = next.getAttribute('data-text').replace('#', left);
      next.hidden = false;
      left -= 1;
    }
    tick();
    ticking = window.setInterval(tick, 1000);
  }

  // Growing, and not the same for everybody: a server that comes back is not run down at once.
  function pause(answer) {
    var asked = answer ? parseInt(answer.headers.get('Retry-After'), 10) : 0;
    var grown = Math.min(LONGEST_WAIT, Math.pow(2, Math.min(tries, 5)));
    return Math.max(Math.min(asked || 0, 2 * LONGEST_WAIT), grown * (0.75 + Math.random() / 2));
  }

  function stop(state) {
    onItsWay = false;
    window.clearInterval(ticking);
    say(state);
    next.hidden = true;
    door.hidden = true;
    now.hidden = false;
  }

  function fetched(address, options) {
    options.credentials = 'same-origin';
    options.cache = 'no-store';
    options.headers = { 'Accept': 'text/html' };
    var patience = 0;
    if (window.AbortController) {
      var giveUp = new window.AbortController();
      options.signal = giveUp.signal;
      patience = window.setTimeout(function () { giveUp.abort(); }, LONGEST_ANSWER);
    }
    return fetch(address, options).then(function (answer) {
      return answer.text().then(function (text) {
        window.clearTimeout(patience);
        return { answer: answer, text: text };
      });
    });
  }

  function isDoor(answer) {
    return answer.status === 401
      || (answer.redirected && new URL(answer.url).pathname.indexOf('/sign-in') === 0);
  }

  // Only a page of ours about this very declaration: of another person's, the key is another.
  function formIn(text) {
    var page = new DOMParser().parseFromString(text, 'text/html');
    var there = page.querySelector('form[data-declare] input[name="key"]');
    return there && there.value === field.value ? page : null;
  }

  // The token of this page is older than the sign-in: the step's own page has the one of today.
  function refresh() {
    refreshed = true;
    fetched(step, { method: 'GET' }).then(function (got) {
      if (got.answer.status >= 500) { sendAgainIn('again', pause(got.answer)); return; }
      if (isDoor(got.answer)) { sendAgainIn('door', pause()); return; }
      var page = formIn(got.text);
      // Nothing to send any more, sent in the other window for instance: the server leads on.
      if (!page && got.answer.ok && got.answer.redirected) { arrived(got.answer); return; }
      if (!page) { stop('refused'); return; }
      form.querySelector('input[name="_csrf"]').value =
        page.querySelector('form[data-declare] input[name="_csrf"]').value;
      onItsWay = false;
      send();
    }).catch(function () { sendAgainIn('again', pause()); });
  }

  function arrived(answer) {
    window.clearInterval(ticking);
    try { window.localStorage.removeItem(kept); } catch (noStorage) { /* nothing kept */ }
    window.location.assign(answer.url);
  }

  function show(text) {
    window.clearInterval(ticking);
    busy = false;
    document.open();
    document.write(text);
    document.close();
  }

  function take(got) {
    var answer = got.answer;
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) {
      sendAgainIn('again', pause(answer));
    } else if (isDoor(answer)) {
      sendAgainIn('door', pause());
    } else if (answer.ok && answer.redirected) {
      arrived(answer);
    } else if (formIn(got.text)) {
      show(got.text);
    } else if (answer.status === 403 && !refreshed) {
      refresh();
    } else if (answer.ok) {
      sendAgainIn('again', pause());
    } else {
      stop('refused');
    }
  }

  function send() {
    if (onItsWay) { return; }
    onItsWay = true;
    tries += 1;
    window.clearInterval(ticking);
    next.hidden = true;
    if (tries === 1) { say('first'); }
    fetched(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) })
      .then(take)
      .catch(function () { sendAgainIn('again', pause()); });
  }

  // How many files are still on their way from this browser; upload.js keeps them there.
  function onTheirWay(then) {
    try {
      var opening = window.indexedDB.open('cutscore-upload', 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore('sending'); };
      opening.onerror = function () { then(0); };
      opening.onsuccess = function () {
        var base = opening.result;
        var asked = base.transaction('sending').objectStore('sending').count();
        asked.onsuccess = function () { base.close(); then(asked.result); };
        asked.onerror = function () { base.close(); then(0); };
      };
    } catch (noDatabase) { then(0); }
  }

  function sendNow() {
    busy = true;
    waiting = false;
    form.querySelector('button.button').setAttribute('aria-disabled', 'true');
    send();
  }

  function sendWhenFilesAreThere() {
    onTheirWay(function (count) {
      if (busy) { return; }
      if (count === 0) { sendNow(); return; }
      if (!waiting) { say('files'); }
      waiting = true;
      window.setTimeout(function () { if (waiting) { sendWhenFilesAreThere(); } }, 1000);
    });
  }

  // By hand, when the line is back, and on coming back from signing in: at once, from a short wait.
  function tryNow() {
    if (!busy || onItsWay) { return; }
    tries = 1;
    refreshed = false;
    send();
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (busy) { tryNow(); return; }
    if (waiting) { sendNow(); } else { sendWhenFilesAreThere(); }
  });
  now.addEventListener('click', tryNow);
  window.addEventListener('online', tryNow);
  document.addEventListener('visibilitychange', function () {
    if (!document.hidden && !door.hidden) { tryNow(); }
  });
}());
