import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { type RaciRole, raciRoles } from '#shared/domain/roles.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './roles.module.css';

/** The roles of one body in one measure: letters, a menu for the mouse, keys for the rest. */
export function RoleCell({
  place,
  label,
  roles,
  isCurrent,
  onToggle,
  onFocus,
  onKeyDown,
}: {
  place: string;
  label: string;
  roles: readonly RaciRole[];
  isCurrent: boolean;
  onToggle: (role: RaciRole) => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}) {
  const { t } = useTexts();
  const held = raciRoles.filter((role) => roles.includes(role));
  const words = held.length === 0 ? t('roles.none') : held.map((role) => t(`raci.${role}`)).join(', ');
  return (
    <Menu shadow="md" closeOnItemClick={false} withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.cell}
          data-cell={place}
          tabIndex={isCurrent ? 0 : -1}
          aria-label={`${label}: ${words}`}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        >
          {held.map((role) => (
            <span key={role} data-role={role} aria-hidden>
              {role}
            </span>
          ))}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {raciRoles.map((role) => (
          <Menu.Item
            key={role}
            role="menuitemcheckbox"
            aria-checked={held.includes(role)}
            leftSection={
              <span className={classes.letter} data-role={role}>
                {role}
              </span>
            }
            rightSection={held.includes(role) ? <IconCheck size="1rem" stroke={2} aria-hidden /> : <span className={classes.noCheck} />}
            onClick={() => onToggle(role)}
          >
            {t(`raci.${role}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
