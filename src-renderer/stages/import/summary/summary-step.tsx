import { Checkbox, TextInput } from '@mantine/core';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import classes from '../import.module.css';
import type { StepProps } from '../step-props.ts';
import { AttentionPanel } from '../what-step.tsx';
import { EditionPanel } from './edition-panel.tsx';
import { KeepRecipe } from './keep-recipe.tsx';
import { RecipeWords } from './recipe-words.tsx';
import type { Summary } from './use-summary.ts';

/** What will be written, where it is from, whose place it takes, and whether its way of reading is kept. */
export function SummaryStep({ work, preview, attention, onStep, summary }: StepProps & { summary: Summary }) {
  const { t, formats } = useTexts();
  const { kind } = preview.recipe;
  const { options, set } = summary;
  const open = attention.filter(({ key }) => key !== 'before' && key !== 'edition');
  const remarks = preview.problemCounts.filter(({ dropsRow }) => !dropsRow).reduce((sum, { count }) => sum + count, 0);
  const period = preview.firstDay && preview.lastDay ? `${formats.day(preview.firstDay)} – ${formats.day(preview.lastDay)}` : '–';
  return (
    <>
      {preview.importedBefore ? (
        <Notice
          kind="caution"
          title={t('import.before.title')}
          action={<Checkbox label={t('import.before.again')} checked={options.again} onChange={(event) => set({ again: event.currentTarget.checked })} />}
        >
          {t('import.before.body', { at: formats.instant(preview.importedBefore) })}
        </Notice>
      ) : null}
      <StatRow>
        <Stat value={formats.count(preview.usableRowCount)} label={t('workbench.summary.written', { kind: t(`import.kind.${kind}`) })} />
        <Stat value={formats.count(preview.rowCount - preview.usableRowCount)} label={t('workbench.problems.leftOut')} />
        <Stat value={formats.count(remarks)} label={t('workbench.summary.remarks')} />
        <Stat value={<span className={classes.period}>{period}</span>} label={t('workbench.summary.period')} />
      </StatRow>
      {open.length > 0 ? <AttentionPanel attention={open} onStep={onStep} /> : null}
      <Panel title={t('import.origin.title')} note={t('import.origin.note')}>
        <div className={classes.settings}>
          <TextInput
            label={t('data.source')}
            placeholder={t('data.source.placeholder')}
            dir="auto"
            maxLength={500}
            value={options.source}
            onChange={(event) => set({ source: event.currentTarget.value })}
          />
          <TextInput
            label={t('data.licence')}
            placeholder={t('data.licence.placeholder')}
            dir="auto"
            maxLength={500}
            value={options.licence}
            onChange={(event) => set({ licence: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('data.publishedOn')}
            value={options.publishedOn ?? ''}
            onChange={(event) => set({ publishedOn: event.currentTarget.value || null })}
          />
          <TextInput
            label={t('data.title')}
            placeholder={preview.fileName}
            dir="auto"
            maxLength={500}
            value={options.title}
            onChange={(event) => set({ title: event.currentTarget.value })}
          />
        </div>
      </Panel>
      <EditionPanel work={work} preview={preview} summary={summary} />
      <Panel title={t('workbench.summary.how')} note={t('workbench.summary.howNote')}>
        <RecipeWords recipe={preview.recipe} />
        <KeepRecipe work={work} preview={preview} />
      </Panel>
    </>
  );
}
