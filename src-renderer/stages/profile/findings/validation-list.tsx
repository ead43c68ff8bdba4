import { ActionIcon, Progress, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Validation } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { useWorkshopPlaces } from '../use-workshop-places.ts';
import classes from './findings.module.css';
import { ValidationForm } from './validation-form.tsx';

/** What people say to a finding, place by place. Nothing while nobody was asked. */
export function ValidationList({ validations }: { validations: readonly Validation[] }) {
  const { t } = useTexts();
  if (validations.length === 0) return null;
  return (
    <section aria-label={t('validation.title')}>
      <h3 className={classes.stance}>{t('validation.title')}</h3>
      <ul className={classes.evidence}>
        {validations.map((validation) => (
          <li key={validation.id}>
            <ValidationRow validation={validation} />
          </li>
        ))}
      </ul>
      {validations.some(({ agreeing }) => agreeing !== null && agreeing < 0.5) ? <p className={classes.doubt}>{t('validation.doubt')}</p> : null}
    </section>
  );
}

function ValidationRow({ validation }: { validation: Validation }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.findings.removeValidation.mutationOptions());
  const { ask, dialog } = useConfirm();
  const places = useWorkshopPlaces();
  const [isEditing, setEditing] = useState(false);
  const { id, findingId, sessionId, workshopId, groupId, ballotId, agreeing, people, isHidden, note, validatedOn } = validation;
  const where = [places.nameOf(workshopId), places.nameOf(sessionId), places.nameOf(groupId)].filter(Boolean).join(' · ');
  const facts = [ballotId === null ? '' : t('validation.fromBallot'), validatedOn === null ? '' : formats.day(validatedOn)].filter(Boolean).join(' · ');
  const said = isHidden
    ? t('validation.hidden', { people: formats.count(people) })
    : agreeing !== null
      ? t('validation.share', { percent: formats.percent(agreeing), people: formats.count(people) })
      : people !== null
        ? t('validation.peopleOnly', { people: formats.count(people) })
        : t('validation.notCounted');
  return (
    <div className={classes.item} data-stance="said">
      <div className={classes.itemMain}>
        <p className={classes.said}>
          {agreeing === null ? null : <Progress value={agreeing * 100} className={classes.share ?? ''} aria-hidden />}
          {said}
        </p>
        {note === '' ? null : (
          <p>
            <bdi>{note}</bdi>
          </p>
        )}
        <small>
          <bdi>{where}</bdi>
          {where !== '' && facts !== '' ? ' · ' : ''}
          {facts}
        </small>
      </div>
      <Tooltip label={t('validation.edit')}>
        <ActionIcon aria-label={`${t('validation.edit')}: ${where}`} onClick={() => setEditing(true)}>
          <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.remove')}>
        <ActionIcon
          color="red"
          aria-label={`${t('action.remove')}: ${where || t('validation.remove.here')}`}
          onClick={() =>
            ask({
              title: t('validation.remove.title'),
              body: t('validation.remove.body', { where: where || t('validation.remove.here') }),
              action: t('action.remove'),
              onConfirm: () => remove({ id }),
            })
          }
        >
          <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isEditing ? <ValidationForm findingId={findingId} validation={validation} onClose={() => setEditing(false)} /> : null}
      {dialog}
    </div>
  );
}
