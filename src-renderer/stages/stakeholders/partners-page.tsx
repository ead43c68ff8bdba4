import { Button } from '@mantine/core';
import { IconArrowRight, IconHeartHandshake, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Partnership, PartnershipTotals } from '#shared/domain/partnerships.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './partners/partners.module.css';
import { PartnershipDrawer } from './partners/partnership-drawer.tsx';
import { PartnershipTable } from './partners/partnership-table.tsx';
import { useStakeholders } from './use-stakeholders.ts';

/** What was agreed with whom, what was promised, and what came. */
export function PartnersPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const stakeholders = useStakeholders();
  const partnerships = useQuery(queries.partnerships.list.queryOptions()).data;
  const totals = useQuery(queries.partnerships.totals.queryOptions()).data;
  const { mutate: add } = useMutation(queries.partnerships.add.mutationOptions({ onSuccess: ({ id }) => setOpenId(id) }));
  const [openId, setOpenId] = useState<string | null>(null);
  const isEmpty = partnerships?.length === 0;
  const addButton = (
    <Button variant={isEmpty ? 'filled' : 'default'} leftSection={<IconPlus size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => add({})}>
      {t('partners.add')}
    </Button>
  );
  const actions = (
    <>
      {addButton}
      <Button component={Link} to="/stakeholders/roles" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
        {t('partners.next')}
      </Button>
    </>
  );
  return (
    <StagePage title={t('section.partners')} purpose={t('partners.purpose')} actions={partnerships && !isEmpty ? actions : null} wide>
      {isEmpty ? (
        <Panel>
          <EmptyState icon={IconHeartHandshake} title={t('partners.empty.title')} action={addButton}>
            {t('partners.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {totals && partnerships && !isEmpty ? <Totals totals={totals} partnerships={partnerships} /> : null}
      {partnerships && stakeholders && !isEmpty ? (
        <Panel plain>
          <PartnershipTable partnerships={partnerships} stakeholders={stakeholders} onOpen={setOpenId} />
        </Panel>
      ) : null}
      <PartnershipDrawer
        partnership={partnerships?.find(({ id }) => id === openId) ?? null}
        stakeholders={stakeholders ?? []}
        onClose={() => setOpenId(null)}
      />
    </StagePage>
  );
}

function Totals({ totals, partnerships }: { totals: PartnershipTotals; partnerships: readonly Partnership[] }) {
  const { t, formats } = useTexts();
  const inForce = partnerships.filter(({ status }) => status === 'signed' || status === 'active').length;
  return (
    <Panel>
      <StatRow>
        <Stat value={formats.count(partnerships.length)} label={t('partners.count')} note={t('partners.inForce', { count: inForce })} />
        {totals.money.map(({ currency, pledged, given }) => (
          <Stat
            key={currency}
            value={formats.money(pledged, currency)}
            label={t('partners.pledgedIn', { currency })}
            note={given === null ? t('partners.nothingGiven') : t('partners.givenOf', { amount: formats.money(given, currency) })}
          />
        ))}
      </StatRow>
      <p className={classes.basis}>
        {[
          totals.money.length > 1 ? t('partners.notAdded') : null,
          totals.withoutAmount > 0 ? t('partners.withoutAmount', { count: totals.withoutAmount }) : null,
          totals.withoutCurrency > 0 ? t('partners.withoutCurrency', { count: totals.withoutCurrency }) : null,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </Panel>
  );
}
