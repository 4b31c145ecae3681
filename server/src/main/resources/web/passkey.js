// Passkeys: asks the server for its question, the device for the answer, and sends the form.
const bytes = text => Uint8Array.from(
  atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const listed = keys => (keys || []).map(key => ({...key, id: bytes(key.id)}));

async function question(form) {
  const answer = await fetch(form.dataset.question || form.action + '/options', {
    method: 'POST', headers: {'X-XSRF-TOKEN': form.elements._csrf.value}});
  if (!answer.ok) throw new Error('no question');
  const asked = await answer.json();
  asked.challenge = bytes(asked.challenge);
  if (asked.user) asked.user.id = bytes(asked.user.id);
  if (asked.excludeCredentials) asked.excludeCredentials = listed(asked.excludeCredentials);
  if (asked.allowCredentials) asked.allowCredentials = listed(asked.allowCredentials);
  return asked;
}

function answered(key) {
  const given = key.response;
  const response = {clientDataJSON: text(given.clientDataJSON)};
  if (given.attestationObject) {
    response.attestationObject = text(given.attestationObject);
    response.transports = given.getTransports ? given.getTransports() : [];
  } else {
    response.authenticatorData = text(given.authenticatorData);
    response.signature = text(given.signature);
    if (given.userHandle) response.userHandle = text(given.userHandle);
  }
  return JSON.stringify({id: key.id, rawId: text(key.rawId), type: key.type, response,
    clientExtensionResults: {}, authenticatorAttachment: key.authenticatorAttachment || undefined});
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) break;
  form.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const state = form.querySelector('[role=status]');
    state.textContent = '';
    try {
      const publicKey = await question(form);
      const key = form.dataset.passkey === 'make'
        ? await navigator.credentials.create({publicKey})
        : await navigator.credentials.get({publicKey});
      form.elements[form.dataset.field || 'credential'].value = answered(key);
      form.submit();
    } catch (refused) {
      state.textContent = form.dataset.refused;
    }
  });
}
