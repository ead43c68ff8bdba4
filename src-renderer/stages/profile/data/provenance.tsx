import { Button, CopyButton, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { RecipeWords } from '../../import/summary/recipe-words.tsx';
import classes from './data.module.css';
import { datasetPeriod } from './dataset-words.ts';

/** Where a dataset is from: what a person says of it, what its file says of itself, and how it was read. */
export function Provenance({ dataset }: { dataset: Dataset }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.imports.updateDataset.mutationOptions());
  const save = (patch: Partial<Pick<Dataset, 'title' | 'source' | 'licence' | 'publishedOn' | 'note'>>) => update.mutate({ id: dataset.id, ...patch });
  const { replaced } = dataset;
  return (
    <>
      <Panel title={t('import.origin.title')} note={t('import.origin.note')}>
        <div className={classes.fields}>
          <SavedTextInput label={t('data.title')} placeholder={dataset.fileName} value={dataset.title} onSave={(title) => save({ title })} />
          <SavedTextInput label={t('data.source')} placeholder={t('data.source.placeholder')} value={dataset.source} onSave={(source) => save({ source })} />
          <SavedTextInput
            label={t('data.licence')}
            placeholder={t('data.licence.placeholder')}
            value={dataset.licence}
            onSave={(licence) => save({ licence })}
          />
          <TextInput
            type="date"
            label={t('data.publishedOn')}
            value={dataset.publishedOn ?? ''}
            onChange={(event) => save({ publishedOn: event.currentTarget.value || null })}
          />
        </div>
        <SavedTextarea label={t('data.note')} description={t('data.note.hint')} value={dataset.note} onSave={(note) => save({ note })} mt="sm" />
      </Panel>
      <Panel title={t('data.file')}>
        <dl className={classes.facts}>
          <Fact label={t('data.fileName')}>
            <bdi>{dataset.fileName}</bdi>
          </Fact>
          <Fact label={t('data.fingerprint')}>
            <code dir="ltr">{dataset.sha256.slice(0, 12)}…</code>
            <Copy value={dataset.sha256} words={t('data.copyFingerprint')} />
          </Fact>
          <Fact label={t('data.importedOn')}>{formats.instant(dataset.importedAt)}</Fact>
          <Fact label={t('data.column.period')}>{datasetPeriod(dataset, formats) || '–'}</Fact>
          <Fact label={t('data.column.rows')}>{t('data.rowsOf', { imported: formats.count(dataset.imported), rows: formats.count(dataset.rows) })}</Fact>
          <Fact label={t('data.replaced')}>
            {replaced
              ? t('data.replacedFacts', {
                  name: `\u2068${replaced.fileName}\u2069`,
                  at: formats.instant(replaced.importedAt),
                  rows: formats.count(replaced.rows),
                })
              : t('data.replacedNone')}
          </Fact>
        </dl>
      </Panel>
      <Panel title={t('workbench.summary.how')} actions={<Copy value={JSON.stringify(dataset.recipe, null, 2)} words={t('data.copyRecipe')} />}>
        <RecipeWords recipe={dataset.recipe} />
      </Panel>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Copy({ value, words }: { value: string; words: string }) {
  const { t } = useTexts();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="subtle" size="xs" onClick={copy}>
          {copied ? t('data.recipeCopied') : words}
        </Button>
      )}
    </CopyButton>
  );
}
