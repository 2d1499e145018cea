// Continues by itself once the request is answered; everything here is also done by « Vérifier maintenant ».
const main = document.querySelector('main');
const { events, check, approved, approvedTitle, approvedHeading, cut, nobodyAnswered, nobodyAnsweredIn } =
  main.dataset;
const twoSeconds = 2000;
let source;
let leaving = false;
let connected = true;
// What stays true while nothing else has to be said.
let standing = '';

function leave(href, delay) {
  if (leaving) return;
  leaving = true;
  source?.close();
  setTimeout(() => location.replace(href), delay);
}

function say(sentence) {
  main.querySelector('[role=status]').textContent = sentence;
}

function onState({ status }) {
  if (leaving || status === 'pending') return;
  if (status === 'approved' || status === 'superseded') {
    showApproved();
    leave(check, twoSeconds);
  } else {
    leave(check, 0);
  }
}

// Every step is done, and nothing is left to give, to check or to cancel; one sentence says it aloud.
function showApproved() {
  say(approved);
  main.dataset.state = 'approved';
  document.title = approvedTitle;
  main.querySelector('h1').textContent = approvedHeading;
  for (const element of main.querySelectorAll('[data-until-answered]')) element.hidden = true;
  const [first, ...others] = main.querySelectorAll('.step');
  for (const step of others) {
    step.className = first.className;
    step.querySelector('svg').replaceWith(first.querySelector('svg').cloneNode(true));
    step.querySelector('.step-state').textContent = first.querySelector('.step-state').textContent;
  }
}

// The button comes back while the events do not; it is said once, however often the browser tries again.
function setConnected(now) {
  document.getElementById('check-now').hidden = now;
  if (leaving || now === connected) return;
  connected = now;
  say(now ? standing : cut);
}

function listen() {
  if (leaving) return;
  source?.close();
  source = new EventSource(events);
  source.addEventListener('open', () => setConnected(true));
  source.addEventListener('error', () => {
    setConnected(false);
    // A browser gives up by itself after an answer that is not a stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5 * twoSeconds);
  });
  source.addEventListener('state', (event) => onState(JSON.parse(event.data)));
}

if (events) {
  for (const element of main.querySelectorAll('[data-with-scripts]'))
    element.textContent = element.dataset.withScripts;
  setConnected(true);
  listen();
  // A device that slept holds a connection that is dead without saying so.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') listen();
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    leaving = false;
    listen();
  });
  addEventListener('pagehide', () => source?.close());
}

if (nobodyAnswered) {
  setTimeout(() => {
    standing = nobodyAnswered;
    if (!leaving && connected) say(standing);
  }, Number(nobodyAnsweredIn));
}

// An answer that was there before the page: it has been read, so it continues.
if (main.dataset.continue) leave(main.dataset.continue, twoSeconds);
