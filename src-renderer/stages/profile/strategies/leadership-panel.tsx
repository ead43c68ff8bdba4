import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type LeadershipRole, type LeadershipRoleInput, leadershipRoleInputSchema } from '#shared/domain/strategies.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './leadership.module.css';

const sexes = leadershipRoleInputSchema.shape.sex.options.filter((sex) => sex !== '');

/** Who leads on safety: posts with their mandate, what they need, and who comes after. */
export function LeadershipPanel() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const roles = useQuery(queries.strategies.roles.queryOptions()).data ?? [];
  const add = useMutation(queries.strategies.addRole.mutationOptions());
  const known = roles.filter(({ sex }) => sex !== '');
  const women = known.filter(({ sex }) => sex === 'female').length;
  const note = known.length === 0 ? t('leadership.note') : t('leadership.women', { women: formats.count(women), all: formats.count(known.length) });
  return (
    <Panel
      title={t('leadership.panel')}
      note={note}
      actions={
        <Button variant="default" leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => add.mutate({})}>
          {t('leadership.add')}
        </Button>
      }
    >
      {roles.length === 0 ? (
        <p className={classes.none}>{t('leadership.none')}</p>
      ) : (
        <ul className={classes.cards}>
          {roles.map((role) => (
            <li key={role.id}>
              <RoleCard role={role} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RoleCard({ role }: { role: LeadershipRole }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const bodies = useQuery(queries.stakeholders.list.queryOptions()).data ?? [];
  const update = useMutation(queries.strategies.updateRole.mutationOptions());
  const remove = useMutation(queries.strategies.removeRole.mutationOptions());
  const save = (patch: Partial<LeadershipRoleInput>) => update.mutate({ id: role.id, patch });
  const title = role.title || t('risks.untitled');
  return (
    <article className={classes.card} aria-label={title}>
      <div className={classes.head}>
        <SavedTextInput
          label={t('leadership.title')}
          placeholder={t('leadership.title.example')}
          value={role.title}
          onSave={(value) => save({ title: value })}
        />
        <ActionIcon
          color="red"
          aria-label={`${t('action.remove')}: ${title}`}
          onClick={() =>
            ask({
              title: t('risks.remove.title', { title }),
              body: t('leadership.remove.body'),
              action: t('action.remove'),
              onConfirm: () => remove.mutate({ id: role.id }),
            })
          }
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.row}>
        <Select
          label={t('leadership.body')}
          placeholder={t('risks.notSaid')}
          data={bodies.map(({ id, name }) => ({ value: id, label: name || t('register.nameless') }))}
          value={role.stakeholderId}
          onChange={(stakeholderId) => save({ stakeholderId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
        <Select
          label={t('field.sex')}
          placeholder={t('risks.notSaid')}
          data={sexes.map((value) => ({ value, label: t(`leadership.sex.${value}`) }))}
          value={role.sex === '' ? null : role.sex}
          onChange={(value) => save({ sex: sexes.find((known) => known === value) ?? '' })}
          clearable
          clearButtonProps={{ 'aria-label': t('action.clear') }}
        />
        <SavedNumberInput
          label={t('leadership.since')}
          min={1800}
          max={2200}
          allowDecimal={false}
          thousandSeparator=""
          dir="ltr"
          value={role.sinceYear}
          onSave={(sinceYear) => save({ sinceYear })}
        />
      </div>
      <SavedTextarea label={t('leadership.mandate')} minRows={1} value={role.mandate} onSave={(mandate) => save({ mandate })} />
      <SavedTextarea label={t('leadership.support')} minRows={1} value={role.supportNeeded} onSave={(supportNeeded) => save({ supportNeeded })} />
      <SavedTextarea label={t('leadership.succession')} minRows={1} value={role.succession} onSave={(succession) => save({ succession })} />
      {dialog}
    </article>
  );
}
