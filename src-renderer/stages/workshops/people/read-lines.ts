export interface ReadLine {
  readonly name: string;
  readonly stakeholderId: string | null;
  readonly role: string;
}

/**
 * A pasted list, one person a line: name; body; role, parted by tabs, semicolons or commas, as a spreadsheet or a message has them. A body that the register
 * knows is linked; another one is kept with the role.
 */
export function readLines(text: string, bodies: readonly { value: string; label: string }[]): ReadLine[] {
  const plain = (value: string) => value.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
  const idOf = new Map(bodies.map(({ value, label }) => [plain(label), value]));
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const mark = ['\t', ';', '،', ','].find((each) => line.includes(each));
      const [name = '', body = '', ...rest] = (mark ? line.split(mark) : [line]).map((part) => part.trim().slice(0, 500));
      const stakeholderId = idOf.get(plain(body)) ?? null;
      const role = [stakeholderId === null ? body : '', ...rest].filter(Boolean).join(', ').slice(0, 500);
      return { name, stakeholderId, role };
    });
}
