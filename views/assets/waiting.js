// Continues by itself once the request is answered; everything here is also done by « Vérifier maintenant ».
const main = document.querySelector('main');
const { events, check, approved, approvedTitle, nobodyAnswered, nobodyAnsweredIn } = main.dataset;
const twoSeconds = 2000;
let source;
let leaving = false;

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
    say(approved);
    main.dataset.state = 'approved';
    document.title = approvedTitle;
    leave(check, twoSeconds);
  } else {
    leave(check, 0);
  }
}

// The button comes back while the events do not.
function offerCheck(offered) {
  document.getElementById('check-now').hidden = !offered;
}

function listen() {
  if (leaving) return;
  source?.close();
  source = new EventSource(events);
  source.addEventListener('open', () => offerCheck(false));
  source.addEventListener('error', () => {
    offerCheck(true);
    // A browser gives up by itself after an answer that is not a stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 5 * twoSeconds);
  });
  source.addEventListener('state', (event) => onState(JSON.parse(event.data)));
}

if (events) {
  offerCheck(false);
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
    if (!leaving) say(nobodyAnswered);
  }, Number(nobodyAnsweredIn));
}

// An answer that was there before the page: it has been read, so it continues.
if (main.dataset.continue) leave(main.dataset.continue, twoSeconds);
