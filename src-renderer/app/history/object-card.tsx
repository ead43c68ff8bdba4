import type { ReactNode } from 'react';
import type { ObjectChange } from '#shared/domain/history.ts';
import { fieldWords } from '#shared/i18n/field-words.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './object-card.module.css';
import { isUnspeakable, objectName, typeWords, valueWords } from './value-words.ts';

/** What happened to one object: its kind and name, then field by field before → after. */
export function ObjectCard({ change, actions }: { change: ObjectChange; actions?: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <span className={classes.title}>
          <span className={classes.kind}>{typeWords(t, change.type)}</span> <bdi className={classes.name}>{objectName(t, change)}</bdi>
        </span>
        <span className={classes.what} data-kind={change.kind}>
          {t(`history.kind.${change.kind}`)}
        </span>
        {actions ? <span className={classes.actions}>{actions}</span> : null}
      </div>
      <FieldChanges change={change} />
    </div>
  );
}

/** The fields of a change; of something added or removed only what it held. */
export function FieldChanges({ change }: { change: ObjectChange }) {
  const { t, formats } = useTexts();
  const fields = change.fields.filter(({ before, after }) => change.kind === 'changed' || (before ?? after) !== null);
  if (fields.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {fields.map(({ field, before, after }) => (
        <div key={field} className={classes.field}>
          <dt>{fieldWords(t, change.type, field)}</dt>
          <dd>
            {change.kind === 'changed' && isUnspeakable(field) ? (
              t(field === 'boundary' ? 'history.value.outline' : 'history.value.long')
            ) : (
              <>
                {change.kind === 'removed' ? <bdi>{valueWords(t, formats, change.type, field, before)}</bdi> : null}
                {change.kind === 'changed' ? (
                  <del>
                    <span className="visually-hidden">{`${t('history.value.before')}: `}</span>
                    <bdi data-empty={before === null || undefined}>{valueWords(t, formats, change.type, field, before)}</bdi>
                  </del>
                ) : null}
                {change.kind === 'changed' ? (
                  <span aria-hidden className={classes.arrow}>
                    →
                  </span>
                ) : null}
                {change.kind !== 'removed' ? (
                  <ins>
                    <span className="visually-hidden">{`${t('history.value.after')}: `}</span>
                    <bdi data-empty={after === null || undefined}>{valueWords(t, formats, change.type, field, after)}</bdi>
                  </ins>
                ) : null}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
