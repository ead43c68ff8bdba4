import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Rater, type RatingLine, ratingDimensions, type Stakeholder } from '#shared/domain/stakeholders.ts';
import { iqrOf, noScores } from '#shared/methods/standings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { AddRater, type NamedRater } from './add-rater.tsx';
import { RatingSheet } from './rating-sheet.tsx';
import classes from './ratings.module.css';
import { sameRater, useRaterWords } from './use-rater-words.ts';
import type { SheetRow } from './use-sheet.ts';

/** One stakeholder, a line for each rater: a round of a table, read out one after the other. */
export function BodySheet({
  stakeholders,
  raters,
  stakeholder,
  onChoose,
  day,
}: {
  stakeholders: readonly Stakeholder[];
  raters: readonly Rater[];
  stakeholder: Stakeholder;
  onChoose: (id: string) => void;
  day: string;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const words = useRaterWords();
  const [added, setAdded] = useState<readonly NamedRater[]>([]);
  const lines = useQuery(queries.stakeholders.ratings.queryOptions({ input: { id: stakeholder.id } })).data;
  const rows = useMemo(() => sheetRows(stakeholder.id, lines ?? [], [...raters, ...added], words), [stakeholder.id, lines, raters, added, words]);
  const ballots = (lines ?? []).filter((line) => line.ballotId !== null);
  const place = stakeholders.findIndex(({ id }) => id === stakeholder.id);
  const step = (by: number) => {
    const next = stakeholders[(place + by + stakeholders.length) % stakeholders.length];
    if (next) onChoose(next.id);
  };
  const foot = (
    <>
      <tr>
        <th scope="row">
          {t('ratings.median')}
          <small>{t('ratings.medianNote', { count: stakeholder.raterCount })}</small>
        </th>
        {ratingDimensions.map((dimension) => {
          const spread = stakeholder.spread[dimension];
          return (
            <td key={dimension} className={classes.scoreColumn}>
              <strong>{formats.decimal(spread.median, Number.isInteger(spread.median) ? 0 : 1)}</strong>
              <small>
                {spread.median === null ? t('ratings.nobody') : t('ratings.spread', { iqr: formats.decimal(iqrOf(spread), 1), count: spread.raters })}
              </small>
            </td>
          );
        })}
      </tr>
    </>
  );
  return (
    <Panel plain>
      <div className={classes.tools}>
        <Group gap="0.25rem" align="end" wrap="nowrap" className={classes.chooser}>
          <Tooltip label={t('ratings.previous')}>
            <ActionIcon variant="default" size="2.25rem" aria-label={t('ratings.previous')} onClick={() => step(-1)}>
              <IconChevronLeft size="1.1rem" stroke={1.6} aria-hidden className={classes.pointing} />
            </ActionIcon>
          </Tooltip>
          <Select
            label={t('ratings.body')}
            data={stakeholders.map(({ id, name }) => ({ value: id, label: name || t('register.nameless') }))}
            value={stakeholder.id}
            onChange={(id) => id && onChoose(id)}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t('city.nothingFound')}
            flex={1}
          />
          <Tooltip label={t('ratings.following')}>
            <ActionIcon variant="default" size="2.25rem" aria-label={t('ratings.following')} onClick={() => step(1)}>
              <IconChevronRight size="1.1rem" stroke={1.6} aria-hidden className={classes.pointing} />
            </ActionIcon>
          </Tooltip>
        </Group>
        <AddRater label={t('ratings.addRater')} onAdd={(rater) => setAdded((before) => [...before, rater])} />
      </div>
      <RatingSheet caption={t('ratings.sheetOfBody', { name: stakeholder.name })} first={t('ratings.rater')} rows={rows} day={day} foot={foot} />
      {ballots.length > 0 ? <p className={classes.quiet}>{t('ratings.ballotsCount', { count: ballots.reduce((sum, line) => sum + line.raters, 0) })}</p> : null}
    </Panel>
  );
}

/** A line for everybody who has rated anybody, with what they said of this body; the room itself first. */
function sheetRows(id: string, lines: readonly RatingLine[], raters: readonly NamedRater[], words: ReturnType<typeof useRaterWords>): SheetRow[] {
  const everybody: NamedRater[] = [{ rater: '', groupId: null, groupName: '' }];
  for (const rater of raters) if (!everybody.some((known) => sameRater(known, rater))) everybody.push(rater);
  return everybody.map((rater) => ({
    key: `${id} ${rater.groupId ?? ''} ${rater.rater}`,
    stakeholderId: id,
    rater: rater.rater,
    groupId: rater.groupId,
    label: words.name(rater),
    note: words.group(rater),
    scores: lines.find((line) => line.ballotId === null && line.counts && sameRater(line, rater))?.scores ?? noScores,
  }));
}
