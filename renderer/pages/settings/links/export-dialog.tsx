import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { ErrorMessage } from '../../../components/error-message.tsx';
import { useCommand } from '../../../components/use-command.ts';
import { api } from '../../../ipc/client.ts';
import { words } from './words.ts';

const useStyles = makeStyles({ text: { fontFamily: tokens.fontFamilyMonospace } });

/** All rules as JSON, selected to be copied. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const styles = useStyles();
  const { error, run } = useCommand();
  const [json, setJson] = useState('');
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    void run(api.links.exportRules({})).then((answer) => answer && setJson(answer.json));
  }, [run]);
  useEffect(() => {
    if (json === '') return;
    text.current?.focus();
    text.current?.select();
  }, [json]);
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle action={null}>{words.exportTitle}</DialogTitle>
          <DialogContent>
            <Field label={words.exportLabel} hint={words.exportHint}>
              <Textarea ref={text} className={styles.text} value={json} readOnly rows={10} resize="vertical" />
            </Field>
            {error && <ErrorMessage error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{words.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
