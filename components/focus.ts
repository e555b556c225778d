/** After a refused button press: to the first field that is pointed out, once it is drawn. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>('.field-wrong :is(input, select, textarea)')?.focus();
  });
}
