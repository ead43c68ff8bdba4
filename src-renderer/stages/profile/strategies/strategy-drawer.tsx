import { Button, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Strategy, type StrategyInput, strategySectors } from '#shared/domain/strategies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { ScanResult } from './scan-result.tsx';
import classes from './strategies.module.css';
import { useReading } from './use-reading.ts';

/** A strategy: what its text told, and its facts. */
export function StrategyDrawer({ strategy, onClose }: { strategy: Strategy | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={strategy} onClose={onClose} size="40rem" title={strategy?.title || t('strategies.name')}>
      {(shown) => <StrategyFields key={shown.id} strategy={shown} onClose={onClose} />}
    </ObjectDrawer>
  );
}

function StrategyFields({ strategy, onClose }: { strategy: Strategy; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.strategies.update.mutationOptions());
  const remove = useMutation(queries.strategies.remove.mutationOptions({ onSuccess: onClose }));
  const save = (patch: Partial<StrategyInput>) => update.mutate({ id: strategy.id, patch });
  return (
    <div className={classes.fields}>
      {strategy.wordCount === null ? null : <ScanResult strategy={strategy} />}
      <ReadAgain strategy={strategy} />
      <SavedTextInput label={t('strategies.name')} value={strategy.title} onSave={(title) => save({ title })} />
      <div className={classes.three}>
        <SavedTextInput label={t('strategies.body')} value={strategy.body} onSave={(body) => save({ body })} />
        <Select
          label={t('strategies.sector')}
          data={strategySectors.map((value) => ({ value, label: t(`strategySector.${value}`) }))}
          value={strategy.sector === '' ? null : strategy.sector}
          onChange={(value) => save({ sector: strategySectors.find((known) => known === value) ?? '' })}
        />
        <SavedNumberInput
          label={t('field.year')}
          min={1800}
          max={2200}
          allowDecimal={false}
          thousandSeparator=""
          dir="ltr"
          value={strategy.year}
          onSave={(year) => save({ year })}
        />
      </div>
      <SavedTextarea label={t('strategies.noteField')} value={strategy.note} onSave={(note) => save({ note })} />
      <ObjectFoot
        object={{ type: 'strategy_document', id: strategy.id, name: strategy.title }}
        question={{ title: t('strategies.remove.title', { title: strategy.title || t('risks.untitled') }), body: t('strategies.remove.body') }}
        onRemove={() => remove.mutate({ id: strategy.id })}
      />
    </div>
  );
}

function ReadAgain({ strategy }: { strategy: Strategy }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const work = useReading();
  const read = useMutation(queries.strategies.read.mutationOptions({ meta: { showsOwnError: true } }));
  const isFirst = strategy.wordCount === null;
  const { reading } = work;
  return (
    <details className={classes.again} open={isFirst}>
      <summary>{t(isFirst ? 'strategies.readNow' : 'strategies.readAgain')}</summary>
      <ReadingFields work={work} />
      {read.isError ? <Notice kind="danger">{errorText(t, read.error)}</Notice> : null}
      <Button
        variant={isFirst ? 'filled' : 'default'}
        disabled={reading === null || work.isOpening}
        loading={read.isPending}
        onClick={() => reading && read.mutate({ id: strategy.id, reading }, { onSuccess: work.clear })}
      >
        {t('strategies.readAction')}
      </Button>
    </details>
  );
}
