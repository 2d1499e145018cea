// Keeps digits only, in two groups of three as they are read aloud.
for (const field of document.querySelectorAll('input[data-digits]')) {
  const count = Number(field.dataset.digits);
  field.addEventListener('input', () => {
    const atEnd = field.selectionStart === field.value.length;
    const digits = field.value.replace(/\D/g, '').slice(0, count);
    const grouped = digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits;
    // Rewriting in the middle of the field would throw the cursor to its end.
    if (atEnd && grouped !== field.value) field.value = grouped;
  });
  field.form.addEventListener('submit', () => {
    field.value = field.value.replace(/\D/g, '').slice(0, count);
  });
}
