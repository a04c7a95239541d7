import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Switches } from '../../src/dev-server/index.ts'

const address = '/api/simulator/switches'
const queryKey = ['simulator', 'switches']

/** The simulator's switches on the dev server, and a way to change them. */
export function useSwitches() {
  const client = useQueryClient()
  const { data: switches } = useQuery({ queryKey, queryFn: () => callSwitches({}) })
  const change = useMutation({
    mutationFn: (body: Partial<Switches> | null) =>
      callSwitches(
        body === null
          ? { method: 'DELETE' }
          : { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      ),
    onSuccess: (next) => client.setQueryData(queryKey, next),
  })
  return {
    switches,
    /** `null` sets everything back. */
    set: change.mutate,
    refusal: change.error?.message,
  }
}

async function callSwitches(init: RequestInit): Promise<Switches> {
  const response = await fetch(address, init)
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error.message)
  return answer
}
