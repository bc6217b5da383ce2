import {
  type KeyboardEvent,
  memo,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { NoteLine } from '../../src-shared/call/model.ts';
import { formatOffset, notesText } from '../../src-shared/call/notes.ts';
import { CommandKey } from '../frame/CommandKey.tsx';
import { useWindowCommand } from '../frame/windowCommands.ts';
import { usePadSnippets } from '../snippet/usePadSnippets.tsx';
import { FieldSpelling, SpellingCount } from '../spelling/FieldSpelling.tsx';
import { TagMenu } from '../tag/TagMenu.tsx';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';
import { changeNotes, drafts } from './acts.ts';
import type { OpenCall } from './openCall.ts';
import { PadHints } from './PadHints.tsx';
import { setPadArea } from './padArea.ts';
import { useCalls } from './store.ts';
import { useCalmCall } from './useCalmCall.ts';
import { useNotesUndo } from './useNotesUndo.ts';
import { Versions } from './Versions.tsx';

/** Where the caret was in each call's pad, for coming back to it. */
const carets = new Map<string, number>();

interface PadProps {
  readonly call: OpenCall;
  /** The same call for what does not read the notes. */
  readonly beside: OpenCall;
  readonly resting: boolean;
}

/**
 * The pad: one text with the time of each line beside it. An invisible copy of every line under the text gives the stamps
 * the height of wrapped lines, so nothing has to be measured.
 */
export function Pad({ call, beside, resting }: PadProps) {
  const { t } = useTexts();
  const text = notesText(call.lines);
  const area = useRef<HTMLTextAreaElement>(null);

  const focus = useCallback(() => {
    area.current?.focus();
    // With large text the notes may have been scrolled away while they kept the caret.
    area.current?.closest('.padPane')?.scrollIntoView({ block: 'nearest' });
  }, []);
  useWindowCommand('pad', focus);
  useWindowCommand('back', focus);
  useEffect(() => {
    const caret = carets.get(call.id) ?? area.current?.value.length ?? 0;
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
    setPadArea(area.current);
    return () => setPadArea(null);
  }, [call.id]);
  const [caret, setCaret] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  // A letter is drawn at once; what only reads the notes follows when there is time.
  const calm = useCalmCall(call);
  const calmText = useMemo(() => notesText(calm.lines), [calm.lines]);
  const snippets = usePadSnippets(calm, calmText, caret, resting);
  const choose = useRef(snippets.choose);
  choose.current = snippets.choose;
  const onSnippet = useCallback((place: number) => choose.current(place), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const isTab = event.key === 'Tab' && !event.shiftKey && !event.ctrlKey && !event.altKey;
    if (isTab && snippets.tab()) event.preventDefault();
  };
  useNotesUndo(call.id, area, text);
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Typing at the end keeps the end in sight; elsewhere the browser follows the caret itself.
    const atEnd = area.current?.selectionEnd === text.length && document.activeElement === area.current;
    if (atEnd && scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
  }, [text]);

  return (
    <section className="pane padPane" data-pane aria-label={t('call:pad')}>
      <div className="paneHead">
        <h2>
          {t('call:pad')} <CommandKey command="pad" />
        </h2>
        <CalmTags call={beside} resting={resting} />
        <SpellingCount field="pad" />
        <SaveWords call={call.id} />
        <CalmVersions call={beside} resting={resting} area={area} />
      </div>
      <div className="padScroll" ref={scroll}>
        <div className="padSheet" ref={sheet}>
          {call.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
            <PadLine key={index} line={line} />
          ))}
          <textarea
            ref={area}
            className="padText"
            data-pane-focus
            aria-label={t('call:pad')}
            placeholder={t('call:pad.placeholder')}
            value={text}
            readOnly={resting}
            spellCheck={false}
            onChange={(event) => changeNotes(call.id, event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onSelect={(event) => {
              carets.set(call.id, event.currentTarget.selectionEnd);
              const at = event.currentTarget.selectionEnd;
              startTransition(() => setCaret(at));
            }}
            onBlur={() => drafts.flush()}
            onKeyUp={(event) => event.key === 'Enter' && drafts.flush()}
          />
          <FieldSpelling field="pad" call={beside} text={text} area={area} sheet={sheet} />
        </div>
      </div>
      <CalmHints
        call={calm}
        text={calmText}
        caret={caret}
        code={snippets.code}
        sheet={sheet}
        onSnippet={onSnippet}
      />
      {snippets.picker}
    </section>
  );
}

const CalmHints = memo(PadHints);
const CalmTags = memo(TagMenu);
const CalmVersions = memo(Versions);

const PadLine = memo(function PadLine({ line }: { readonly line: NoteLine }) {
  return (
    <div className="padLine" aria-hidden>
      <span className="padStamp">{line.text === '' ? '' : formatOffset(line.atMs)}</span>
      <span className="padMirror">{line.text}</span>
    </div>
  );
});

/** Says "saved" only after the database's answer. */
function SaveWords({ call }: { readonly call: string }) {
  const { t } = useTexts();
  const format = useFormat();
  const save = useCalls((state) => state.saves[call]);
  const troubled = save?.troubled ?? false;
  const words = troubled
    ? t('call:notSaved')
    : save?.savedAt
      ? t('call:saved', { time: format.seconds(save.savedAt) })
      : t('call:saving');
  return (
    <span
      className="small soft tabular saveState"
      data-troubled={troubled || undefined}
      data-testid="save-state"
      role={troubled ? 'alert' : undefined}
    >
      {words}
    </span>
  );
}
