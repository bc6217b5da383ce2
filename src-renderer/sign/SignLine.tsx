import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { classifierName } from '../../src-shared/catalog/classifier.ts';
import { mayStayUnconsidered } from '../../src-shared/sign/propose.ts';
import type { SignProposal } from '../../src-shared/sign/queries.ts';
import type { OpenCall } from '../call/openCall.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { useLanguage } from '../settings/useSettings.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { useTexts } from '../useTexts.ts';
import { acceptSign, refuseSign, standingOf, withdrawSign } from './acceptSign.ts';
import { EarlierFacts } from './EarlierFacts.tsx';
import { signReason } from './signWords.ts';
import { useSignProposal } from './useSignProposal.ts';
import './sign.css';

interface SignLineProps {
  readonly call: OpenCall;
  readonly resting: boolean;
}

/**
 * At the foot of the card: which sign of receipt the earlier appeals speak for, and why; one key accepts it, the same key takes it back. Takes no
 * focus and decides nothing by itself.
 */
export function SignLine({ call, resting }: SignLineProps) {
  const proposal = useSignProposal(call);
  const standing = proposal === null ? 'nothing' : standingOf(call.appeal, proposal);
  const change =
    resting || proposal === null
      ? null
      : standing === 'proposed'
        ? () => acceptSign(call, proposal)
        : standing === 'accepted' || standing === 'unfounded'
          ? () => withdrawSign(call)
          : null;
  useWindowCommand('acceptSign', change);
  if (proposal === null || standing === 'nothing' || standing === 'refused') return null;
  if (standing === 'unfounded') return <Unfounded call={call} onWithdraw={change} />;
  return (
    <Proposal
      key={`${proposal.sign} ${proposal.earlier?.id ?? ''}`}
      call={call}
      proposal={proposal}
      isAccepted={standing === 'accepted'}
      onChange={change}
    />
  );
}

interface ProposalProps {
  readonly call: OpenCall;
  readonly proposal: SignProposal;
  readonly isAccepted: boolean;
  readonly onChange: (() => void) | null;
}

function Proposal({ call, proposal, isAccepted, onChange }: ProposalProps) {
  const { t, i18n } = useTexts();
  const language = useLanguage();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { earlier } = proposal;
  return (
    <section className="signLine small" aria-label={t('sign:title')} data-term={earlier?.term}>
      <div className="signWords">
        <IconHistory size="1.125rem" stroke={1.75} aria-hidden />
        <span role="status">
          <b>
            {t(isAccepted ? 'sign:accepted' : 'sign:proposed', {
              sign: classifierName(proposal.sign, language),
            })}
          </b>{' '}
          {signReason(i18n, proposal)}
        </span>
      </div>
      {isOpen && earlier && (
        <div id={id}>
          <EarlierFacts earlier={earlier} />
          {proposal.reason === 'answered' && mayStayUnconsidered(earlier.result) && (
            <p className="soft">{t('sign:article8')}</p>
          )}
          {proposal.others > 0 && <p className="soft">{t('sign:others', { count: proposal.others })}</p>}
        </div>
      )}
      <div className="signActs">
        <Button
          size="compact-sm"
          variant={isAccepted ? 'subtle' : 'default'}
          disabled={onChange === null}
          rightSection={<CommandKey command="acceptSign" />}
          onClick={() => onChange?.()}
        >
          {t(isAccepted ? 'sign:withdraw' : 'sign:accept')}
        </Button>
        {!isAccepted && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={onChange === null}
            onClick={() => refuseSign(call, proposal)}
          >
            {t('sign:refuse')}
          </Button>
        )}
        {earlier && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'sign:less' : 'sign:more')}
          </Button>
        )}
      </div>
    </section>
  );
}

interface UnfoundedProps {
  readonly call: OpenCall;
  readonly onWithdraw: (() => void) | null;
}

function Unfounded({ call, onWithdraw }: UnfoundedProps) {
  const { t } = useTexts();
  const language = useLanguage();
  return (
    <NoticeBar
      tone="warn"
      action={
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={onWithdraw === null}
          rightSection={<CommandKey command="acceptSign" />}
          onClick={() => onWithdraw?.()}
        >
          {t('sign:withdraw')}
        </Button>
      }
    >
      {t('sign:unfounded', { sign: classifierName(call.appeal.receiptSign, language) })}
    </NoticeBar>
  );
}
