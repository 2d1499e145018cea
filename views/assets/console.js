// A menu filters as it changes, and new attempts are announced without moving a row; the button and a reload do the same.
const main = document.querySelector('main');
const { news, newsOne, newsMany, newsShow, newsEvery = 30, first } = main.dataset;
const every = Number(newsEvery) * 1000;
let said = 0;

// Arrow keys go through a menu one choice at a time: with a keyboard, the button is what sends it.
let byKeyboard = false;
addEventListener('keydown', () => {
  byKeyboard = true;
});
addEventListener('pointerdown', () => {
  byKeyboard = false;
});
for (const menu of main.querySelectorAll('search select'))
  menu.addEventListener('change', () => {
    if (!byKeyboard) menu.form.submit();
  });

async function ask() {
  if (document.visibilityState !== 'visible') return;
  const answer = await fetch(news, { headers: { accept: 'application/json' } });
  if (answer.ok) announce((await answer.json()).count);
}

function announce(count) {
  if (!Number.isInteger(count) || count <= said) return;
  said = count;
  const link = document.createElement('a');
  link.href = first ?? location.href;
  link.textContent = newsShow;
  const sentence = count === 1 ? newsOne : newsMany.replace('#', count);
  main.querySelector('[role=status]').replaceChildren(`${sentence} – `, link);
}

// A session that is over, or a line that is cut, announces nothing.
const askQuietly = () => ask().catch(() => {});
setInterval(askQuietly, every);
document.addEventListener('visibilitychange', askQuietly);
