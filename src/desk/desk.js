// The desk's script. Every form works without it.
