import type { CopyReason } from '#shared/domain/copies.ts';
import { safeFileName } from '../../outputs/output-names.ts';
import { projectExtension } from '../project-file.ts';

/** Words in a copy's name that stay the same in every language, because the name is read back; a copy by timer or at close has none. */
const reasonMarks: Readonly<Record<CopyReason, string>> = { timer: '', close: ' close', asked: ' kept', update: ' update', replaced: ' replaced' };

const pattern = new RegExp(
  `^(.*) (\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d)\\.(\\d\\d)\\.(\\d\\d)( close| kept| update| replaced)?(?: \\(\\d+\\))?\\.${projectExtension}$`,
);

/** For example `Puerto Sereno 2026-11-21 14.32.05 kept.citysafety`; the time is that of this machine's zone. `number` above 1 tells apart copies of one second. */
export function copyFileName(copy: { title: string; madeAt: Date; reason: CopyReason }, number = 1): string {
  const { title, madeAt, reason } = copy;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(madeAt.getFullYear()).padStart(4, '0')}-${two(madeAt.getMonth() + 1)}-${two(madeAt.getDate())}`;
  const time = `${two(madeAt.getHours())}.${two(madeAt.getMinutes())}.${two(madeAt.getSeconds())}`;
  return `${safeFileName(title, 'City')} ${day} ${time}${reasonMarks[reason]}${number > 1 ? ` (${number})` : ''}.${projectExtension}`;
}

/** What a copy's name tells; null for a file that is not one of ours. */
export function parseCopyName(name: string): { title: string; madeAt: Date; reason: CopyReason } | null {
  const found = pattern.exec(name);
  if (!found) return null;
  const [, title = '', year, month, day, hour, minute, second, mark = ''] = found;
  const madeAt = new Date(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const reason = (Object.keys(reasonMarks) as CopyReason[]).find((key) => reasonMarks[key] === mark) ?? 'timer';
  return Number.isNaN(madeAt.getTime()) ? null : { title, madeAt, reason };
}

/** The folder of one project's copies: a name that a person recognises, and the end of the project's id, which stays when the city is renamed. */
export function copyFolderName(title: string, projectId: string): string {
  return `${safeFileName(title, 'City')} ${idMark(projectId)}`;
}

/** The random end of the id: the start of a UUIDv7 is its time. */
export const idMark = (projectId: string): string => projectId.slice(-8);
