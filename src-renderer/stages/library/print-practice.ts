const printing = 'data-print-practice';

/** Prints the open practice alone, on one page; the rest of the page stays out of it (`print.css`). */
export function printPractice(): void {
  const root = document.documentElement;
  root.setAttribute(printing, '');
  const done = () => {
    root.removeAttribute(printing);
    window.removeEventListener('afterprint', done);
  };
  window.addEventListener('afterprint', done);
  window.print();
}
