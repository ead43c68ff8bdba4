import { Button } from '@mantine/core';
import { IconArrowRight, IconUpload, IconUsersPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { plainWords } from '#shared/domain/plain-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { QuickAdd } from './quick-add.tsx';
import { FilterBar } from './register/filter-bar.tsx';
import { matches, type RegisterFilter, wholeRegister } from './register/register-filter.ts';
import { RegisterTable } from './register-table.tsx';
import { StakeholderDrawer } from './stakeholder-drawer.tsx';
import classes from './stakeholders.module.css';
import { useStakeholders } from './use-stakeholders.ts';

/** Everyone who has a part in the city's safety, one line each. */
export function RegisterPage() {
  const { t } = useTexts();
  const stakeholders = useStakeholders();
  const [openId, setOpenId] = useState<string | null>(null);
  const [filter, setFilter] = useState<RegisterFilter>(wholeRegister);
  const shown = useMemo(() => (stakeholders ?? []).filter((stakeholder) => matches(filter, stakeholder, plainWords)), [stakeholders, filter]);
  const isEmpty = stakeholders?.length === 0;
  const actions = (
    <>
      <Button component={Link} to="/import/stakeholders" variant="default" leftSection={<IconUpload size="1.1rem" stroke={1.6} aria-hidden />}>
        {t('import.title.stakeholders')}
      </Button>
      <Button component={Link} to="/stakeholders/grid" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
        {t('register.next')}
      </Button>
    </>
  );

  return (
    <StagePage title={t('section.register')} purpose={t('register.purpose')} actions={stakeholders && !isEmpty ? actions : null} wide>
      {stakeholders ? (
        <Panel plain>
          <QuickAdd />
          {isEmpty ? (
            <EmptyState
              icon={IconUsersPlus}
              title={t('register.empty.title')}
              action={
                <Button component={Link} to="/import/stakeholders" variant="default" leftSection={<IconUpload size="1.1rem" stroke={1.6} aria-hidden />}>
                  {t('import.title.stakeholders')}
                </Button>
              }
            >
              {t('register.empty.body')}
            </EmptyState>
          ) : (
            <>
              <FilterBar filter={filter} onChange={setFilter} shown={shown.length} all={stakeholders.length} />
              {shown.length > 0 ? <RegisterTable stakeholders={shown} onOpen={setOpenId} /> : <p className={classes.nobody}>{t('register.filter.nobody')}</p>}
            </>
          )}
        </Panel>
      ) : null}
      <StakeholderDrawer stakeholder={stakeholders?.find((stakeholder) => stakeholder.id === openId) ?? null} onClose={() => setOpenId(null)} />
    </StagePage>
  );
}
