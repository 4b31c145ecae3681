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

  var says = document.getElementById('sending');
  var tries = 0;
  var busy = false;
  var waiting = false;

  function say(name) {
    says.textContent = says.getAttribute('data-' + name);
    says.hidden = false;
  }

  function send() {
    tries += 1;
    say(tries === 1 ? 'first' : 'again');
    fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      credentials: 'same-origin',
      headers: { 'Accept': 'text/html' }
    }).then(function (answer) {
      if (answer.status === 503) { throw new Error('busy'); }
      if (answer.redirected) {
        try { window.localStorage.removeItem(kept); } catch (noStorage) { /* nothing kept */ }
        window.location.assign(answer.url);
        return null;
      }
      return answer.text().then(function (page) {
        document.open();
        document.write(page);
        document.close();
      });
    }).catch(function () {
      var wait = Math.min(30000, 1000 * Math.pow(2, Math.min(tries, 5)));
      window.setTimeout(send, wait);
    });
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

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (busy) { return; }
    if (waiting) { sendNow(); } else { sendWhenFilesAreThere(); }
  });
}());
