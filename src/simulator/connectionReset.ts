/**
 * Thrown by a simulator handler where a real server would have cut the connection: a `Response` cannot say that.
 * Whoever mounts the handler destroys the socket (Node) or answers with a network error (MSW).
 */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset'

  constructor(message = 'The simulator cut the connection.') {
    super(message)
  }
}
