import { Radio } from '@mantine/core';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

/** Rows that stand twice in the file, and incidents that an earlier file brought already: kept or left out. */
export function RepeatsPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const { recipe, repeatedRowCount, knownIncidents } = preview;
  const known = knownIncidents.reduce((sum, { count }) => sum + count, 0);
  return (
    <Panel title={t('workbench.repeats.title')} note={t('workbench.repeats.note')}>
      <div className={classes.pairs}>
        {repeatedRowCount > 0 ? (
          <Radio.Group
            label={t('workbench.repeats.repeated', { number: formats.count(repeatedRowCount) })}
            description={t('workbench.repeats.repeatedNote')}
            value={recipe.repeatedRows}
            onChange={(what) => work.change({ repeatedRows: what as Recipe['repeatedRows'] })}
          >
            <div className={classes.choices}>
              <Radio value="keep" label={t('workbench.repeats.keep')} />
              <Radio value="skip" label={t('workbench.repeats.skip')} />
            </div>
          </Radio.Group>
        ) : null}
        {known > 0 ? (
          <Radio.Group
            label={t('workbench.repeats.known', { number: formats.count(known) })}
            description={knownIncidents
              .map(({ fileName, count }) => t('workbench.repeats.knownIn', { name: `\u2068${fileName}\u2069`, number: formats.count(count) }))
              .join(' · ')}
            value={recipe.knownIncidents}
            onChange={(what) => work.change({ knownIncidents: what as Recipe['knownIncidents'] })}
          >
            <div className={classes.choices}>
              <Radio value="keep" label={t('workbench.repeats.keepKnown')} />
              <Radio value="skip" label={t('workbench.repeats.skipKnown')} />
            </div>
          </Radio.Group>
        ) : null}
      </div>
    </Panel>
  );
}
