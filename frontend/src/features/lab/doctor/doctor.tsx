import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useHttpClient } from '../../../api/api-context';
import { Section } from '../../../ui/section';
import { labOptions } from '../lab-queries';
import { engineOf } from '../standard/engine';
import { DiagnosisReport } from './diagnosis-report';
import { DoctorForm } from './doctor-form';
import styles from './doctor.module.css';
import { callOf, noValues, type DoctorValues } from './doctor-values';
import { useDoctor } from './use-doctor';

/** Why a request of one's own is blocked, and which line is missing. */
export function Doctor() {
  const client = useHttpClient();
  const lab = useQuery(labOptions(client));
  const repeats = lab.data !== undefined && lab.data !== 'off' && lab.data.doctor;
  const [values, setValues] = useTyped();
  const { busy, examined, ask, repeat, cancel, forget } = useDoctor();

  return (
    <>
      <div className={styles.form}>
        <DoctorForm
          values={values}
          busy={busy}
          repeats={repeats}
          onChange={setValues}
          onRefuse={forget}
          onCancel={cancel}
          onSubmit={() =>
            ask({
              call: callOf(values, window.location.origin),
              body: values.body === '' ? null : values.body,
              engine: engineOf(navigator.userAgent),
              server: repeats ? client : null,
            })
          }
        />
      </div>
      <p className={styles.progress} role="status">
        {busy && 'The request is under way.'}
      </p>
      {examined !== null && (
        <Section title="Diagnosis">
          <DiagnosisReport examined={examined} busy={busy} onRepeat={repeat} />
        </Section>
      )}
    </>
  );
}

const typedKey = ['lab', 'doctor', 'typed'];

/** What was typed outlives a look at another part of the Lab, in the memory of this document alone. */
function useTyped(): [DoctorValues, (values: DoctorValues) => void] {
  const queryClient = useQueryClient();
  const [values, setValues] = useState(() => queryClient.getQueryData<DoctorValues>(typedKey) ?? noValues);
  return [
    values,
    (typed) => {
      queryClient.setQueryDefaults(typedKey, { gcTime: Infinity });
      queryClient.setQueryData(typedKey, typed);
      setValues(typed);
    },
  ];
}
