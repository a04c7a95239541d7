'use client'
import { cloneElement, createElement, isValidElement, useMemo } from 'react'
import type { CSSProperties, HTMLAttributes, ReactElement, ReactNode, Ref } from 'react'
import { joinRefs } from './joinRefs.ts'
import { mergeProps } from './mergeProps.ts'
import type { AnyProps } from './mergeProps.ts'

/**
 * What a part is in; each entry, named in small letters, is shown as a `data-` attribute: `true` as an empty one, `false` and
 * `undefined` not at all.
 */
export type PartState = Readonly<Record<string, string | number | boolean | undefined>>

/** Props that every part takes besides its element's own. */
export interface PartProps<State> {
  /** A class, or a function of the part's state that gives one. */
  className?: string | ((state: State) => string | undefined) | undefined
  /** Another element in the part's place: it gets the part's props, merged with its own. Or a function that renders it. */
  render?: ReactElement | ((props: AnyProps, state: State) => ReactNode) | undefined
  style?: CSSProperties | undefined
  children?: ReactNode
}

/** The props of a part that renders the element `E`. */
export type ElementPartProps<State, E extends HTMLElement = HTMLElement> = PartProps<State> &
  Omit<HTMLAttributes<E>, keyof PartProps<State>>

interface PartOptions<State extends PartState, E extends HTMLElement> {
  /** `data-scope`: the component. */
  scope: string
  /** `data-part`: the part of it. */
  part: string
  state: State
  /** What the part itself sets; the caller's props are merged over it. */
  own?: AnyProps | undefined
  ref?: Ref<E> | undefined
  /** The part's own hold on the element, beside the caller's. */
  ownRef?: Ref<E> | undefined
}

/** Renders a part: merges its own props with the caller's, className, `render`, refs and the data attributes of its state. */
export function useRenderPart<State extends PartState, E extends HTMLElement = HTMLElement>(
  tag: string,
  props: PartProps<State>,
  { scope, part, state, own = {}, ref, ownRef }: PartOptions<State, E>,
): ReactElement {
  const { className, render, ...given } = props
  const joined = useMemo(() => joinRefs(ref, ownRef), [ref, ownRef])
  const merged = mergeProps(
    { ...own, 'data-scope': scope, 'data-part': part, ...dataAttributes(state) },
    { ...given, className: typeof className === 'function' ? className(state) : className },
  )
  if (joined) merged.ref = joined
  if (typeof render === 'function') return <>{render(merged, state)}</>
  if (isValidElement<AnyProps>(render)) return cloneElement(render, mergeProps(merged, render.props))
  return createElement(tag, merged)
}

const attributesOf = new WeakMap<PartState, AnyProps>()

/** Made once for each state: it stays the same over many renders, and the parts of a row share it. */
function dataAttributes(state: PartState): AnyProps {
  const known = attributesOf.get(state)
  if (known) return known
  const shown = Object.entries(state).filter(([, value]) => value !== undefined && value !== false)
  const made = Object.fromEntries(shown.map(([name, value]) => [`data-${name}`, value === true ? '' : value]))
  attributesOf.set(state, made)
  return made
}
