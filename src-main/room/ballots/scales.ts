import type { BallotSettings, GridDimension } from '#shared/domain/ballots.ts';
import type { Markup } from '../pages/markup.ts';
import type { Reader } from '../pages/page.ts';
import { type Choice, choices } from './ballot-form.ts';

export type Scale = BallotSettings['scale'] | 'stance';
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

export const scaleOfDimension = (dimension: GridDimension): Scale => (dimension === 'stance' ? 'stance' : 'much');

/** How much of something has no face. */
const hasFaces = (scale: Scale) => scale !== 'much';

export function facesOf(scale: Scale): readonly string[] {
  return hasFaces(scale) ? levels.map((level) => `face-${level}`) : [];
}

export const levelWord = ({ t }: Reader, scale: Scale, level: Level): string => t(`room.scale.${scale}.${level}`);

/** The five levels in words, with a face where the scale is one of feeling. */
function levelChoices(reader: Reader, scale: Scale): readonly Choice[] {
  return levels.map((level) => ({
    value: level,
    word: levelWord(reader, scale, level),
    ...(hasFaces(scale) && { picture: reader.pictures.use(`face-${level}`) }),
  }));
}

/** Few questions are answered one button below the other, with large words; many in rows, so that the page stays short. */
const mostInColumns = 3;

export function levelButtons(reader: Reader, scale: Scale, field: { name: string; chosen: string | undefined; rows: number }): Markup {
  const layout = hasFaces(scale) && field.rows <= mostInColumns ? 'col' : 'row';
  return choices(layout, field.name, levelChoices(reader, scale), field.chosen);
}
