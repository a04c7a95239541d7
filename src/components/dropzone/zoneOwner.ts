/** Which zone an event belongs to: it bubbles from the inner one, which comes first, through all around it. */
const owners = new WeakMap<Event, object>()

/** Whether the event is this zone's, which it is once the zone was the first to ask. */
export function isOwner(event: Event | { nativeEvent: Event }, zone: object): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  if (!owners.has(native)) owners.set(native, zone)
  return owners.get(native) === zone
}
