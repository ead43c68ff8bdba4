import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './plan.module.css';

/** Rules that the whole policy follows. */
export function PrinciplesList() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const principles = useQuery(queries.policy.principles.queryOptions()).data ?? [];
  const add = useMutation(queries.policy.addPrinciple.mutationOptions());
  const update = useMutation(queries.policy.updatePrinciple.mutationOptions());
  const remove = useMutation(queries.policy.removePrinciple.mutationOptions());
  return (
    <>
      {principles.map((principle, index) => (
        <div key={principle.id} className={classes.principle} data-object={principle.id}>
          <SavedTextInput
            aria-label={t('policy.principleTitle', { number: index + 1 })}
            placeholder={t('policy.principleHint')}
            value={principle.title}
            onSave={(title) => update.mutate({ id: principle.id, patch: { title } })}
          />
          <SavedTextarea
            aria-label={t('policy.principleText', { number: index + 1 })}
            placeholder={t('policy.principleTextHint')}
            value={principle.text}
            onSave={(text) => update.mutate({ id: principle.id, patch: { text } })}
            minRows={1}
          />
          <Tooltip label={t('policy.removePrinciple')}>
            <ActionIcon
              color="gray"
              aria-label={`${t('policy.removePrinciple')}: ${principle.title || t('policy.untitled')}`}
              onClick={() => remove.mutate({ id: principle.id })}
            >
              <IconTrash size="1.1rem" stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => add.mutate({})}>
        {t('policy.addPrinciple')}
      </Button>
    </>
  );
}
