import { useEffect, useMemo, useState } from 'react';
import type { ShownWay } from '../../../../shared/domain/way.ts';
import type { AppError } from '../../../../shared/errors.ts';
import { announce } from '../../../components/announce.tsx';
import { api } from '../../../ipc/client.ts';
import { useView } from '../../../stores/view.ts';
import { wordsFor } from '../../../../shared/words/errors.ts';
import type { Codec } from './fields.ts';
import { words, descriptions } from './words.ts';

/** What a field of a form needs to be drawn. */
export interface FieldProps {
  name: string;
  value: string;
  /** What is wrong with it, in words. */
  refusal: string | null;
  onType(text: string): void;
}

/** The form of a way: what stands in it, whether that is saved, and saving it. */
export interface SetUpForm<F extends string> {
  way: ShownWay;
  field(name: F): FieldProps;
  secret: FieldProps;
  /** Something differs from what is saved, or nothing is saved yet. */
  changed: boolean;
  /** Something was typed that is not saved. */
  typed: boolean;
  busy: boolean;
  /** A refusal that no field shows. */
  error: AppError | null;
  /** Answers whether it was saved. */
  save(): Promise<boolean>;
}

/** Keeps what is typed into the form of a way until it is saved; a secret only while the form is shown. */
export function useSetUpForm<F extends string>(way: ShownWay, codec: Codec<F>): SetUpForm<F> {
  const saved = useMemo(() => codec.fields(way.setUp), [codec, way.setUp]);
  const typed = useView((view) => view.typed);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const key = (field: string) => `${way.name}.${field}`;
  const now: Record<F, string> = { ...saved };
  for (const field in saved) now[field] = typed[key(field)] ?? saved[field];
  const fieldAt = error?.code === 'setting-invalid' ? error.field : null;
  const atField = fieldAt !== null && (fieldAt === 'secret' || fieldAt in saved);
  useFocusAt(error, fieldAt);

  function propsOf(name: string, value: string, onType: (text: string) => void): FieldProps {
    return {
      name,
      value,
      refusal: error !== null && fieldAt === name ? wordsFor(error) : null,
      onType(text) {
        setError(null);
        onType(text);
      },
    };
  }

  async function save() {
    if (busy) return false;
    const setUp = codec.setUp(now);
    if (!setUp.ok) return (setError(setUp.error), false);
    setBusy(true);
    const answer = await api.ways.save({ setUp: setUp.value, secret: secret === '' ? null : secret });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return false;
    setSecret('');
    useView.getState().dropTyped(Object.keys(saved).map(key));
    announce(words.savedOf(descriptions[way.name].title));
    return true;
  }

  const isTyped = secret !== '' || Object.keys(saved).some((field) => key(field) in typed);
  return {
    way,
    field: (name) => propsOf(name, now[name], (text) => useView.getState().setTyped(key(name), text)),
    secret: propsOf('secret', secret, setSecret),
    changed: way.setUp === null || isTyped,
    typed: isTyped,
    busy,
    error: atField ? null : error,
    save,
  };
}

/** Gives the focus to the field that a refusal is about. */
function useFocusAt(error: AppError | null, field: string | null): void {
  useEffect(() => {
    if (field !== null) document.getElementsByName(field)[0]?.focus();
  }, [error, field]);
}
