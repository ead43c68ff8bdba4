import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { possibleQuadrants } from '#shared/methods/power-interest.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './grid.module.css';
import type { PlotItem } from './standing-plot.tsx';

/** Bodies whose median is exactly in the middle: the group says where they stand, and why. Only about all ratings together. */
export function LineCases({ items, canDecide }: { items: readonly PlotItem[]; canDecide: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const { mutate: decide } = useMutation(queries.stakeholders.decide.mutationOptions());
  const open = items.filter(({ standing }) => !standing.isDecided).length;
  return (
    <Panel title={t('grid.line.title')} note={canDecide ? t('grid.line.note', { count: open }) : t('grid.line.onlyAll')}>
      <ul className={classes.cases}>
        {[...items]
          .sort((a, b) => Number(a.standing.isDecided) - Number(b.standing.isDecided))
          .map(({ stakeholder, standing }) => {
            const name = stakeholder.name || t('register.nameless');
            const { power, interest } = standing.spread;
            const options = possibleQuadrants(power.median, interest.median).map((value) => ({ value, label: words.placeName(value) }));
            const short = (value: number | null) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
            return (
              <li key={standing.id}>
                <strong dir="auto">{name}</strong>
                <small>{t('grid.chip.scores', { power: short(power.median), interest: short(interest.median) })}</small>
                {canDecide ? (
                  <>
                    <Select
                      aria-label={t('grid.line.placeOf', { name })}
                      placeholder={t('grid.line.open')}
                      data={options}
                      value={standing.isDecided ? standing.gridPlace : null}
                      onChange={(place) =>
                        decide({ id: standing.id, place: options.find(({ value }) => value === place)?.value ?? '', reason: stakeholder.decidedReason })
                      }
                      clearable
                      clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
                    />
                    <SavedTextInput
                      aria-label={t('grid.line.reasonOf', { name })}
                      placeholder={t('grid.line.reason')}
                      value={stakeholder.decidedReason}
                      onSave={(reason) => decide({ id: standing.id, place: standing.isDecided ? stakeholder.decidedPlace : '', reason })}
                    />
                  </>
                ) : null}
              </li>
            );
          })}
      </ul>
    </Panel>
  );
}
