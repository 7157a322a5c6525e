// Enter asks, as in every box for a question; with Shift it begins a new line. Without JavaScript there is the button.

document.querySelector("form.asking textarea")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
