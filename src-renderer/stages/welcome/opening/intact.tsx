import { Skeleton } from '@mantine/core';
import type { FileInspection } from '#shared/domain/project.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { byteText } from '../../outputs/byte-text.ts';
import classes from './opening-problem.module.css';

/** What of the file is still there: facts a person can act on. Unknown is a dash. */
export function Intact({ inspection, isLooking }: { inspection: FileInspection | undefined; isLooking: boolean }) {
  const { t, formats } = useTexts();
  if (isLooking || !inspection) return <Skeleton height="7.5rem" visible={isLooking} />;
  const { tables, byteCount, expectedByteCount } = inspection;
  const readable = tables.filter(({ rows }) => rows !== null).length;
  const unreadable = tables.filter(({ rows }) => rows === null);
  const size = byteCount === null ? null : byteText(formats, byteCount);
  const isShort = byteCount !== null && expectedByteCount !== null && byteCount < expectedByteCount;
  return (
    <div className={classes.intact}>
      <h3>{t('opening.intact')}</h3>
      <dl>
        <Fact label={t('opening.fact.city')} value={inspection.cityName} />
        <Fact label={t('opening.fact.lastChange')} value={inspection.lastChangeAt && formats.instant(inspection.lastChangeAt)} />
        <Fact label={t('opening.fact.changed')} value={inspection.changedAt && formats.instant(inspection.changedAt)} />
        <Fact
          label={t('opening.fact.size')}
          value={isShort ? t('opening.fact.sizeShort', { size: size ?? '', whole: byteText(formats, expectedByteCount) }) : size}
        />
        <Fact label={t('opening.fact.tables')} value={tables.length > 0 ? t('opening.fact.tablesOf', { readable, all: tables.length }) : null} />
        {inspection.leftOver ? <Fact label={t('opening.fact.leftOver')} value={inspection.leftOver} /> : null}
      </dl>
      {unreadable.length > 0 && readable > 0 ? (
        <p className={classes.unreadable}>{t('opening.fact.unreadable', { tables: unreadable.map(({ name }) => name).join(', ') })}</p>
      ) : null}
    </div>
  );
}

function Fact({ label, value }: { label: string; value: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{value || '–'}</bdi>
      </dd>
    </div>
  );
}
