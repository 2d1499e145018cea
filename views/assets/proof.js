// Proves this browser by a key that never leaves it. Whatever fails, signing in goes on with the fields left empty.
const holder = document.querySelector('[data-challenge]');
const { challenge, offerAction, byItself } = holder.dataset;
const patience = byItself === undefined ? 2000 : 3000;

async function prove() {
  const { publicKey, privateKey } = await getPair();
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    new TextEncoder().encode(challenge),
  );
  return { key: base64url(await crypto.subtle.exportKey('raw', publicKey)), signature: base64url(signature) };
}

async function getPair() {
  const database = await openDatabase();
  try {
    return (await readPair(database)) ?? (await keepPair(database, await makePair()));
  } finally {
    database.close();
  }
}

function openDatabase() {
  const opening = indexedDB.open('cadenas', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('keys');
  return resultOf(opening);
}

function readPair(database) {
  return resultOf(database.transaction('keys').objectStore('keys').get('browser'));
}

function makePair() {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
}

// Adding never overwrites: when another tab was first, the transaction aborts, and its key is the one read back.
async function keepPair(database, pair) {
  const transaction = database.transaction('keys', 'readwrite');
  transaction.objectStore('keys').add(pair, 'browser');
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
    transaction.onabort = resolve;
  });
  return readPair(database);
}

function resultOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function base64url(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

// 205 (Reset Content): this very key was all that was missing, and the page has something else to show.
async function offer(fields) {
  const body = new URLSearchParams(fields);
  const { status } = await fetch(offerAction, { method: 'POST', body, keepalive: true });
  if (status === 205) location.reload();
}

function fill(fields) {
  for (const [name, value] of Object.entries(fields)) holder.elements[name].value = value;
}

// A form that leaves before its fields are filled waits for them a little; whatever else was chosen meanwhile wins.
function waitInForm(work) {
  let settled = false;
  let waiting = false;
  work.then(() => {
    settled = true;
  });
  holder.addEventListener('submit', async (event) => {
    if (settled) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    await Promise.race([work, new Promise((resolve) => setTimeout(resolve, patience))]);
    settled = true;
    if (waiting) submit();
  });
  const stay = () => {
    waiting = false;
  };
  addEventListener('pagehide', stay);
  document.addEventListener('click', ({ target }) => {
    if (!holder.contains(target) && target.closest('a, button')) stay();
  });
}

function submit() {
  if (holder.requestSubmit) holder.requestSubmit();
  else holder.submit();
}

// Somebody who comes Back is not sent on again; the button is there.
function cameBack() {
  return performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
}

const proof = prove();
if (offerAction) {
  proof.then(offer).catch(() => {});
} else {
  // A browser may restore what was signed for an earlier page.
  fill({ key: '', signature: '', touch: '' });
  waitInForm(proof.then((fields) => fill({ ...fields, touch: navigator.maxTouchPoints })).catch(() => {}));
  if (byItself !== undefined && !cameBack()) submit();
}
