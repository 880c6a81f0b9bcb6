// A dialog of the browser keeps the focus, closes with Escape and gives the focus back.
export function open(dialog) {
  if (!dialog.open) dialog.showModal();
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
}

export function close(dialog) {
  dialog.close();
}
