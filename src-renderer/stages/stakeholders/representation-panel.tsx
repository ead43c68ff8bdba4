import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CityShare, Representation, RepresentationRow } from '#shared/domain/representation.ts';
import { shareAttributes } from '#shared/domain/representation.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { CellNumber, CellText } from '../../ui/editable-cell.tsx';
import { FigureFactsButton } from '../../ui/figure-facts.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { useWorkshop } from '../workshops/use-workshop.ts';
import classes from './representation.module.css';

const all = 'all';

/** Who was in the room, held against the city: by gender, age and groups of residents. */
export function RepresentationPanel() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { workshops, workshop } = useWorkshop();
  const [chosen, setChosen] = useState<string | null>(null);
  const workshopId = chosen === all ? null : (chosen ?? workshop?.id ?? null);
  const room = useQuery(queries.representation.of.queryOptions({ input: { workshopId } })).data;
  if (!room || !workshops) return null;
  const options = [
    ...workshops.map(({ id, title }) => ({ value: id, label: title || t('history.noName') })),
    { value: all, label: t('missing.room.allWorkshops') },
  ];
  return (
    <Panel title={t('missing.room.title')} plain note={t('missing.room.note')}>
      <div className={classes.head}>
        <p>{room.people === 0 ? t('missing.room.nobody') : t('missing.room.people', { count: room.people, smallest: room.smallestGroup })}</p>
        {workshops.length > 1 ? (
          <Select label={t('missing.room.workshop')} data={options} value={chosen ?? workshopId ?? all} allowDeselect={false} onChange={setChosen} />
        ) : null}
        {room.people === 0 ? (
          <Button component={Link} to="/workshops/people" variant="default">
            {t('missing.room.attendance')}
          </Button>
        ) : null}
      </div>
      <div className={classes.scroller}>
        <table className={classes.table}>
          <caption className="visually-hidden">{t('missing.room.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('missing.group')}</th>
              <th scope="col">{t('missing.room.present')}</th>
              <th scope="col">{t('missing.cityShare')}</th>
              <th scope="col">{t('missing.room.source')}</th>
              <th scope="col">{t('missing.room.ratio')}</th>
            </tr>
          </thead>
          {shareAttributes.map((attribute) => (
            <tbody key={attribute}>
              <tr className={classes.part}>
                <th colSpan={5} scope="rowgroup">
                  {t(`missing.by.${attribute}`)}
                </th>
              </tr>
              {room.rows
                .filter((row) => row.attribute === attribute)
                .map((row) => (
                  <Row key={row.value} row={row} room={room} />
                ))}
            </tbody>
          ))}
        </table>
      </div>
    </Panel>
  );
}

const valueKeys = { gender: 'attribute.gender', ageBand: 'attribute.ageBand', residentGroup: 'residentGroup' } as const;

function Row({ row, room }: { row: RepresentationRow; room: Representation }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: save } = useMutation(queries.representation.setShare.mutationOptions());
  const label = t(`${valueKeys[row.attribute]}.${row.value}` as TextKey);
  const { attribute, value, share, source, year } = row.city;
  // «0.0 times» says less than «nobody».
  const ratio = row.standing === 'nobody' ? null : row.ratio;
  const keep = (patch: Partial<CityShare>) => save({ attribute, value, ...patch });
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className={classes.number}>
        {statedOf(room, row) === 0 ? (
          '–'
        ) : row.isHidden ? (
          <span title={t('missing.room.hiddenWhy', { smallest: room.smallestGroup })}>{t('missing.room.hidden')}</span>
        ) : (
          t('missing.room.nOfN', { n: formats.count(row.present), all: formats.count(statedOf(room, row)) })
        )}
      </td>
      <td className={classes.share}>
        <CellNumber
          label={`${t('missing.cityShare')}: ${label}`}
          value={share === null ? null : Math.round(share * 1000) / 10}
          max={100}
          format={(percent) => formats.percent(percent / 100, 1)}
          onSave={(percent) => keep({ share: percent === null ? null : percent / 100 })}
        />
      </td>
      <td className={classes.source}>
        {row.city.origin === 'population' ? (
          t('missing.room.fromPopulation', { year: year ?? '–' })
        ) : (
          <CellText label={`${t('missing.room.source')}: ${label}`} value={source} placeholder="–" onSave={(next) => keep({ source: next })} />
        )}
      </td>
      <td>
        <div className={classes.ratio}>
          {ratio ? <RatioScale ratio={ratio} /> : null}
          <span className={classes.words} data-standing={row.standing}>
            {ratio
              ? t('missing.room.ratioWords', {
                  ratio: formats.decimal(ratio.value, 1),
                  low: formats.decimal(ratio.low, 1),
                  high: formats.decimal(ratio.high, 1),
                })
              : null}{' '}
            {room.people === 0 ? t('missing.standing.unknown') : t(`missing.standing.${row.standing}`)}
          </span>
          <Invite row={row} room={room} />
          {room.people > 0 ? <FigureFactsButton facts={row.facts} about={label} /> : null}
        </div>
      </td>
    </tr>
  );
}

/** The next step where a group is missing: through those who speak for it, or by finding somebody who does. */
function Invite({ row, room }: { row: RepresentationRow; room: Representation }) {
  const { t, formats } = useTexts();
  if (room.people === 0 || row.attribute !== 'residentGroup' || (row.standing !== 'nobody' && row.standing !== 'fewer')) return null;
  const names = new Intl.ListFormat(formats.language).format(row.bodies.slice(0, 1).map(({ name }) => `\u2068${name || t('register.nameless')}\u2069`));
  return (
    <Button component={Link} to={row.bodies.length > 0 ? '/stakeholders/engagement' : '/stakeholders'} variant="subtle" size="compact-md" mih="2.25rem">
      {row.bodies.length > 0 ? t('missing.room.through', { names }) : t('missing.room.invite')}
    </Button>
  );
}

/** Those who said it; for groups of residents everybody present, as nobody has to declare one. */
function statedOf(room: Representation, row: RepresentationRow): number {
  if (row.attribute === 'residentGroup' && room.stated.some((said) => said.attribute === 'residentGroup' && said.people > 0)) return room.people;
  return room.stated.find(({ attribute }) => attribute === row.attribute)?.people ?? 0;
}

const [scaleWidth, scaleHeight] = [84, 18];

/** The ratio and its range around 1, each step outwards a doubling or halving. */
function RatioScale({ ratio }: { ratio: { value: number; low: number; high: number } }) {
  const at = (value: number) => {
    const doublings = Math.max(-2, Math.min(2, Math.log2(Math.max(value, 0.001))));
    return ((doublings + 2) / 4) * (scaleWidth - 8) + 4;
  };
  const middle = scaleHeight / 2;
  return (
    <svg className={classes.scale} width={scaleWidth} height={scaleHeight} aria-hidden>
      <line x1={at(1)} x2={at(1)} y1={1} y2={scaleHeight - 1} stroke="var(--line-strong)" strokeWidth={1.5} />
      <line x1={at(ratio.low)} x2={at(ratio.high)} y1={middle} y2={middle} stroke="var(--data-1)" strokeWidth={3} strokeLinecap="round" opacity={0.55} />
      <circle cx={at(ratio.value)} cy={middle} r={4} fill="var(--data-1)" />
    </svg>
  );
}
