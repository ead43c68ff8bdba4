import type { Problem } from '#shared/domain/imports.ts';

/** The list as CSV with a byte order mark, so that a spreadsheet opens it in the right characters. */
export function problemsAsCsv(
  problems: readonly Problem[],
  words: { header: readonly string[]; textOf: (problem: Problem) => string; effectOf: (problem: Problem) => string },
): string {
  const lines = [
    words.header,
    ...problems.map((problem) => [String(problem.row ?? ''), problem.column ?? '', problem.value, words.textOf(problem), words.effectOf(problem)]),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(quote).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is given as text (CWE-1236). */
function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a text out as a file by the browser's own download. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
