import { Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { type MeasureRole, type Raci, type RaciRole, raciRoles } from '#shared/domain/roles.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { usePromptValue } from '../../../ui/use-prompt-value.ts';
import { isolated } from '../network/use-network.ts';
import { RoleCell } from './role-cell.tsx';
import classes from './roles.module.css';

interface Body {
  readonly value: string;
  readonly label: string;
}

/** Measures by bodies; arrows walk, the letters give and take a role. */
export function RoleMatrix({
  measures,
  bodies,
  raci,
  nameOf,
}: {
  measures: readonly Measure[];
  bodies: readonly Body[];
  raci: Raci;
  nameOf: (id: string) => string;
}) {
  const { t, formats, direction } = useTexts();
  const { queries } = useEngine();
  const { mutate: set } = useMutation(queries.roles.set.mutationOptions());
  const table = useRef<HTMLTableElement>(null);
  const [current, setCurrent] = useState<readonly [number, number]>([0, 0]);
  const rolesAt = (measureId: string, stakeholderId: string) =>
    raci.roles.filter((role) => role.measureId === measureId && role.stakeholderId === stakeholderId).map(({ role }) => role);
  const toggle = (measureId: string, stakeholderId: string, role: RaciRole) =>
    set({ measureId, stakeholderId, role, has: !rolesAt(measureId, stakeholderId).includes(role) });
  const goTo = (row: number, column: number) => {
    const next = [Math.max(0, Math.min(measures.length - 1, row)), Math.max(0, Math.min(bodies.length - 1, column))] as const;
    setCurrent(next);
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${next[0]} ${next[1]}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const forwards = direction === 'rtl' ? -1 : 1;
    const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -forwards], ArrowRight: [0, forwards] };
    const step = steps[event.key];
    // By the key's place too, so that an Arabic keyboard does the same.
    const role = raciRoles.find((known) => event.key.toUpperCase() === known || event.code === `Key${known}`);
    const [measure, body] = [measures[row], bodies[column]];
    if (step) goTo(row + step[0], column + step[1]);
    else if (role && measure && body) toggle(measure.id, body.value, role);
    else return;
    event.preventDefault();
  };
  if (bodies.length === 0) return <p className={classes.basis}>{t('roles.noBodies')}</p>;
  const loadOf = (id: string) => raci.load.find(({ stakeholderId }) => stakeholderId === id) ?? { accountable: 0, responsible: 0 };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
    <section className={classes.scroller} tabIndex={0} aria-label={t('roles.matrix')}>
      <table ref={table} className={classes.matrix}>
        <caption className="visually-hidden">{t('roles.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.type.measure')}</th>
            {bodies.map(({ value, label }) => (
              <th key={value} scope="col" className={classes.bodyHead}>
                <span dir="auto" title={label}>
                  {label}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure, row) => (
            <tr key={measure.id}>
              <th scope="row">
                <span dir="auto">{measure.title || t('history.noName')}</span>
                <Problems measure={measure} raci={raci} nameOf={nameOf} />
              </th>
              {bodies.map(({ value, label }, column) => (
                <td key={value}>
                  <RoleCell
                    place={`${row} ${column}`}
                    label={t('roles.cell', { body: label, measure: measure.title || t('history.noName') })}
                    roles={rolesAt(measure.id, value)}
                    isCurrent={current[0] === row && current[1] === column}
                    onToggle={(role) => toggle(measure.id, value, role)}
                    onFocus={() => setCurrent([row, column])}
                    onKeyDown={(event) => onKeyDown(event, row, column)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('roles.load')}</th>
            {bodies.map(({ value, label }) => {
              const { accountable, responsible } = loadOf(value);
              return (
                <td key={value} aria-label={t('roles.loadOf', { body: label, a: accountable, r: responsible })}>
                  {formats.count(accountable)} A · {formats.count(responsible)} R
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Problems({ measure, raci, nameOf }: { measure: Measure; raci: Raci; nameOf: (id: string) => string }) {
  const { t, formats } = useTexts();
  const problems = raci.problems.filter(({ measureId, code }) => measureId === measure.id && code !== 'not-confirmed');
  const accountable = raci.roles.filter(({ measureId, role }) => measureId === measure.id && role === 'A');
  const list = new Intl.ListFormat(formats.language);
  return (
    <>
      {problems.map(({ code, stakeholderIds }) => (
        <span key={code} className={classes.problem}>
          <IconAlertTriangle size="0.95rem" stroke={1.8} aria-hidden />
          {t(`roles.problem.${code}`, { names: list.format(stakeholderIds.map((id) => isolated(nameOf(id)))) })}
        </span>
      ))}
      {accountable.map((role) => (
        <Confirmation key={role.stakeholderId} role={role} name={nameOf(role.stakeholderId)} isAlone={accountable.length === 1} />
      ))}
    </>
  );
}

function Confirmation({ role, name, isAlone }: { role: MeasureRole; name: string; isAlone: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: confirm } = useMutation(queries.roles.confirm.mutationOptions());
  const { mutate: choose } = useMutation(queries.roles.setAccountable.mutationOptions());
  const { measureId, stakeholderId } = role;
  const [confirmedOn, save] = usePromptValue(role.confirmedOn, (day) => confirm({ measureId, stakeholderId, confirmedOn: day }));
  return (
    <span className={classes.confirm}>
      <Checkbox
        size="sm"
        checked={confirmedOn !== null}
        label={
          confirmedOn === null ? t('roles.saidYes', { name: isolated(name) }) : t('roles.saidYesOn', { name: isolated(name), day: formats.day(confirmedOn) })
        }
        onChange={(event) => save(event.currentTarget.checked ? new Date().toISOString().slice(0, 10) : null)}
      />
      {isAlone ? null : (
        <button type="button" className={classes.only} onClick={() => choose({ measureId, stakeholderId })}>
          {t('roles.only')}
        </button>
      )}
    </span>
  );
}
