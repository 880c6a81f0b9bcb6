// The author's drawer is a dialog of the browser: it keeps the focus, closes with Escape and gives the focus back.
export function open(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
}

export function close(dialog) {
  dialog.close();
}
