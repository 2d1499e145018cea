// Shows or hides the password; with scripts off the button stays hidden.
const button = document.querySelector('button[data-reveal]');
const field = document.getElementById('password');

function show(visible) {
  field.type = visible ? 'text' : 'password';
  button.textContent = visible ? button.dataset.conceal : button.dataset.reveal;
  button.setAttribute('aria-label', visible ? button.dataset.concealLabel : button.dataset.revealLabel);
}

if (button && field) {
  button.hidden = false;
  button.addEventListener('click', () => show(field.type === 'password'));
  // A browser offers to keep a password only when it leaves as one.
  field.form.addEventListener('submit', () => show(false));
}
