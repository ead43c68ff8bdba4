import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Rater, Stakeholder } from '#shared/domain/stakeholders.ts';
import { noScores } from '#shared/methods/standings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import { AddRater, type NamedRater } from './add-rater.tsx';
import { RatingSheet } from './rating-sheet.tsx';
import classes from './ratings.module.css';
import { sameRater, useRaterWords } from './use-rater-words.ts';

const room: NamedRater = { rater: '', groupId: null, groupName: '' };

/** One rater, a line for each stakeholder: a paper that somebody filled in. */
export function RaterSheet({ stakeholders, raters, day }: { stakeholders: readonly Stakeholder[]; raters: readonly Rater[]; day: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const words = useRaterWords();
  const stakeholderWords = useStakeholderWords();
  const [chosen, setChosen] = useState<NamedRater>(room);
  const [added, setAdded] = useState<readonly NamedRater[]>([]);
  const everybody = [
    room,
    ...[...raters, ...added].filter((rater, place, all) => !sameRater(rater, room) && all.findIndex((one) => sameRater(one, rater)) === place),
  ];
  const known = useQuery(queries.stakeholders.ratingsBy.queryOptions({ input: { rater: chosen.rater, groupId: chosen.groupId } })).data;
  const rows = useMemo(() => {
    const scores = new Map((known ?? []).map((one) => [one.id, one.scores]));
    return stakeholders.map(({ id, name, sector }) => ({
      key: `${id} ${chosen.groupId ?? ''} ${chosen.rater}`,
      stakeholderId: id,
      rater: chosen.rater,
      groupId: chosen.groupId,
      label: name || t('register.nameless'),
      note: stakeholderWords.sectors.find(({ value }) => value === sector)?.label ?? '',
      scores: scores.get(id) ?? noScores,
    }));
  }, [known, stakeholders, chosen, t, stakeholderWords]);
  return (
    <Panel plain>
      <div className={classes.tools}>
        <Select
          className={classes.chooser}
          label={t('ratings.rater')}
          data={everybody.map((rater, place) => ({ value: String(place), label: words.full(rater) }))}
          value={String(everybody.findIndex((rater) => sameRater(rater, chosen)))}
          onChange={(place) => setChosen(everybody[Number(place)] ?? room)}
          allowDeselect={false}
        />
        <AddRater
          label={t('ratings.addRater')}
          onAdd={(rater) => {
            setAdded((before) => [...before, rater]);
            setChosen(rater);
          }}
        />
      </div>
      <RatingSheet caption={t('ratings.sheetOfRater', { name: words.full(chosen) })} first={t('history.type.stakeholder')} rows={rows} day={day} />
    </Panel>
  );
}
