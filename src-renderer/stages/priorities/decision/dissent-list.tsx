import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Decision, Dissent } from '#shared/domain/criteria.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './decision.module.css';

/** Who saw it otherwise, in their words: printed with the decision. */
export function DissentList({ decision }: { decision: Decision }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: add } = useMutation(queries.criteria.addDissent.mutationOptions());
  return (
    <section aria-label={t('dissent.title')}>
      <h3 className={classes.heading}>{t('dissent.title')}</h3>
      <p className={classes.quiet}>{t('dissent.note')}</p>
      <ul className={classes.dissents}>
        {decision.dissents.map((dissent, place) => (
          <DissentLine key={dissent.id} dissent={dissent} number={place + 1} decision={decision} />
        ))}
      </ul>
      <Button
        variant="default"
        leftSection={<IconPlus size="1rem" stroke={1.6} aria-hidden />}
        onClick={() => add({ decisionId: decision.id, who: '', priorityId: null, text: '' })}
      >
        {t('dissent.add')}
      </Button>
    </section>
  );
}

function DissentLine({ dissent, number, decision }: { dissent: Dissent; number: number; decision: Decision }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.criteria.updateDissent.mutationOptions());
  const { mutate: remove } = useMutation(queries.criteria.removeDissent.mutationOptions());
  return (
    <li className={classes.dissent}>
      <SavedTextInput
        label={t('dissent.who', { number })}
        placeholder={t('dissent.whoPlaceholder')}
        value={dissent.who}
        onSave={(who) => update({ id: dissent.id, patch: { who } })}
      />
      <Select
        label={t('dissent.about', { number })}
        placeholder={t('dissent.whole')}
        data={decision.content.options.map(({ id, title }) => ({ value: id, label: title || t('vote.untitled') }))}
        value={dissent.priorityId}
        clearable
        onChange={(priorityId) => update({ id: dissent.id, patch: { priorityId } })}
      />
      <SavedTextarea
        className={classes.dissentText}
        label={t('dissent.text', { number })}
        minRows={1}
        value={dissent.text}
        onSave={(text) => update({ id: dissent.id, patch: { text } })}
      />
      <Tooltip label={t('dissent.remove', { number })}>
        <ActionIcon color="gray" size="2.25rem" aria-label={t('dissent.remove', { number })} onClick={() => remove({ id: dissent.id })}>
          <IconTrash size="1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </li>
  );
}
